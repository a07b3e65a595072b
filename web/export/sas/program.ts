// SPDX-License-Identifier: MIT
/** A SAS program that makes the report's effects again from the same files, and compares them with the report's. */
import type { Report } from '../../contract/report.js';
import { oneLine, scriptOutcomes } from '../script_context.js';
import { participantsCode, rowsCode, scoresCode } from './data.js';
import { modelCode } from './model.js';

const comment = (text: string): string => `/* ${oneLine(text).replaceAll('*/', '* /').replaceAll('/*', '/ *')} */`;

/** Reads a delimited file with every column as text; PROC IMPORT would guess types from the first rows. */
const macros = String.raw`
%macro read_text(file, out, delimiter, encoding);
  filename trial "&folder./%qsysfunc(dequote(&file))" encoding="&encoding" lrecl=1048576 termstr=lf;
  data _null_;
    infile trial obs=1 length=length;
    input @;
    input line $varying32767. length;
    line = compress(line, '0D'x);
    if substr(line, 1, 3) = 'EFBBBF'x then line = substr(line, 4);
    length names $ 32767 name $ 200;
    columns = countw(line, &delimiter, 'mq');
    do i = 1 to columns;
      name = dequote(strip(scan(line, i, &delimiter, 'mq')));
      if lengthn(scan(line, i, &delimiter, 'mq')) > 34 then put 'WARNING: a column name has more than 32 characters: ' name;
      names = catx(' ', names, nliteral(name));
    end;
    call symputx('columns', names, 'L');
  run;
  data &out;
    infile trial firstobs=2 dsd dlm=&delimiter truncover;
    length &columns $ 200;
    input &columns;
    array cells_{*} _character_;
    do cell_ = 1 to dim(cells_);
      cells_{cell_} = strip(compress(cells_{cell_}, '0D'x));
    end;
    drop cell_;
  run;
  filename trial clear;
%mend;
%macro compare(outcome, row, estimate, se, df, p);
  data one;
    set effects(firstobs=&row obs=&row);
    length outcome $ 200;
    outcome = &outcome;
    calculator_estimate = &estimate; calculator_se = &se; calculator_df = &df; calculator_p = &p;
    worst = max(abs(estimate / calculator_estimate - 1), abs(stderr / calculator_se - 1), abs(df / calculator_df - 1));
  run;
  proc append base=compared data=one force; run;
%mend;
`.trim();

export function sasProgram(report: Report, stamp: readonly string[] = []): string {
  const outcomes = scriptOutcomes(report);
  const covariates = [...new Set(outcomes.flatMap((outcome) => outcome.covariates))];
  const factors = new Set(outcomes.flatMap((outcome) => [...outcome.factors]));
  return `${[
    ...(report.plan.title ? [comment(report.plan.title)] : []),
    ...stamp.map(comment),
    comment(
      'Put the folder of the data here. Needs SAS 9.4 or newer with SAS/STAT; cells must not hold line ends, and column names have at most 32 characters.',
    ),
    '%let folder = .;',
    'options validvarname=any nodate;',
    macros,
    'proc datasets lib=work nolist nowarn; delete compared; quit;',
    '',
    comment('participants'),
    participantsCode(report, covariates, factors),
    ...outcomes.flatMap((outcome) => [
      '',
      comment(outcome.result.label),
      ...(outcome.unavailable === null
        ? [scoresCode(outcome), rowsCode(outcome, covariates), modelCode(outcome, covariates)]
        : [comment(`not made again: ${outcome.unavailable}`)]),
    ]),
    '',
    comment('beside the calculator: worst is the largest relative difference'),
    'proc print data=compared noobs;',
    '  var outcome estimate calculator_estimate stderr calculator_se df calculator_df probt calculator_p worst;',
    'run;',
  ].join('\n')}\n`;
}
