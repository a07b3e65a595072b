// SPDX-License-Identifier: MIT
/** Files as trials have them: scripts read them as the calculator did, and R makes the same numbers of them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Plan, PlanOutcome } from '../../web/contract/plan.js';
import { sasProgram } from '../../web/export/sas/program.js';
import {
  analyze,
  example,
  examplePlan,
  expectAgreement,
  temporaryFolder,
  hasR,
  runR,
  runScript,
  writeScores,
} from './script-support.js';

const folder = temporaryFolder();

const cellsOf = (name: string): string[][] =>
  readFileSync(join(example, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const [, ...people] = cellsOf('participants.csv');
const [, ...forms] = cellsOf('questionnaires.csv');
const items = Array.from({ length: 9 }, (_, item) => `fss${item + 1}`);
const newFolder = (): string => mkdtempSync(join(folder, 'layout-'));

/** What windows-1252 and UTF-16 make of a text without rare letters. */
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

/** One outcome of the FSS, in SE, df and p comparable with gls and lm. */
function planOf(files: Plan['files'], arms: string[], model: Partial<PlanOutcome['model']>, file: string): Plan {
  const plan = examplePlan();
  delete plan.published;
  plan.inference = { confidence: 0.95, df: 'residual' };
  plan.files = files;
  plan.arms = { order: arms };
  plan.instruments = [{ ...plan.instruments[1]!, file, items }];
  const fss = plan.outcomes[1]!;
  plan.outcomes = [
    {
      ...fss,
      role: 'primary',
      model: { kind: 'mmrm', response: 'change', covariance: 'csh', ...model } as PlanOutcome['model'],
      effect: { kind: 'average_difference' },
    },
  ];
  return plan;
}

/** One row per participant, with decimal commas, grouped thousands and words for missing, as Excel writes it in Europe. */
function europeanFile(): { text: string; wide: NonNullable<Plan['files'][number]['wide']> } {
  const visits = ['0', '7', '14', '28'];
  // The last item was not asked at day 14.
  const asked = (visit: string): string[] => (visit === '14' ? items.slice(0, 8) : items);
  const wide = visits.flatMap((visit) =>
    asked(visit).map((variable) => ({ column: `${variable} Tag ${visit}`, variable, visit })),
  );
  const arms: Record<string, string> = { ketamine: 'Wirkstoff, größer', midazolam: 'Kontrolle "ä"' };
  const header = ['Teilnehmer-Nr', 'Gruppe', 'Größe', 'Schritte', 'Zentrum', ...wide.map(({ column }) => column), ''];
  const rows = people.map(([id = '', arm = ''], row) => {
    const answers = wide.map(({ variable, visit }) => {
      const form = forms.find((each) => each[0] === id && each[1] === visit);
      return form?.[2 + items.indexOf(variable)] || (row % 3 === 0 ? 'n/a' : '');
    });
    const size = `${150 + ((row * 7) % 40)},${row % 10}`;
    const steps = row === 4 ? '1.234.567' : `${1 + (row % 7)}.${String(100 + row * 13).slice(0, 3)},5`;
    const number = String(row + 1).padStart(3, '0');
    return [
      ` ${number}`,
      `"${(arms[arm] ?? '').replaceAll('"', '""')}"`,
      size,
      steps,
      `Z ${1 + (row % 3)}`,
      ...answers,
      '',
    ];
  });
  return { text: ['sep=;', ...[header, ...rows].map((row) => row.join(';')), ''].join('\r\n'), wide };
}

function europeanPlan(name: string, wide: NonNullable<Plan['files'][number]['wide']>): Plan {
  const file = { name, role: 'records', id: 'Teilnehmer-Nr', arm: 'Gruppe', wide } as const;
  return planOf([file], ['Kontrolle "ä"', 'Wirkstoff, größer'], { covariates: ['Größe', 'Schritte', 'Zentrum'] }, name);
}

describe.runIf(hasR)('the R script, run on files of other kinds', () => {
  const { text, wide } = europeanFile();

  for (const [encoding, bytes] of [
    ['Windows-1252', latin1(text)],
    ['UTF-16', utf16(text)],
  ] as const) {
    test(`reads a wide file with semicolons and decimal commas in ${encoding}`, { timeout: 60_000 }, () => {
      const data = newFolder();
      writeFileSync(join(data, 'Größen.csv'), bytes);
      const report = analyze(europeanPlan('Größen.csv', wide), data);
      expect(report.files[0]?.read).toEqual({
        ...{ encoding: encoding === 'UTF-16' ? 'utf-16le' : 'windows-1252' },
        ...{ delimiter: ';', decimal: ',', sheet: null, rows: people.length },
        covariates: { Größe: 'number', Schritte: 'number', Zentrum: 'factor' },
      });
      const rows = runR(report, data);
      expectAgreement(rows, 1);
      expect(rows).toHaveLength(4);
    });
  }

  test('reads it in a computer of another language', { timeout: 60_000 }, () => {
    const data = newFolder();
    writeFileSync(join(data, 'wide.csv'), latin1(text));
    const { status, compared } = runScript(analyze(europeanPlan('wide.csv', wide), data), data, { LC_ALL: 'C' });
    expect(status).toBe(0);
    expectAgreement(compared, 1);
  });

  test('reads a REDCap export with events, and the arm at the first alone', { timeout: 60_000 }, () => {
    const data = newFolder();
    writeFileSync(join(data, 'redcap.csv'), redcapFile());
    const rows = runR(analyze(redcapPlan(), data), data);
    expectAgreement(rows, 1);
    expect(rows).toHaveLength(4);
  });

  test('reads participants in a workbook, and arms in another file than theirs', { timeout: 60_000 }, () => {
    const data = newFolder();
    writeFileSync(join(data, 'trial.xlsx'), workbook('Persons', [['id', 'age', 'sex'], ...people.map(personRow)]));
    writeFileSync(join(data, 'forms.csv'), formsFile());
    const rows = runR(analyze(workbookPlan(), data), data);
    expectAgreement(rows, 1);
    expect(rows).toHaveLength(4);
  });

  test(
    'reads arms that are called NA, and a covariate by the name of a variable of the model',
    { timeout: 60_000 },
    () => {
      const data = newFolder();
      const rows = people.map(([id = '', arm = '', age = '']) => [id, arm === 'ketamine' ? 'K' : 'NA', age].join(','));
      writeFileSync(join(data, 'people.csv'), ['id,arm,day', ...rows].join('\n'));
      writeFileSync(join(data, 'questionnaires.csv'), readFileSync(join(example, 'questionnaires.csv')));
      const plan = threeArms('mmrm');
      plan.files[0]!.reading = { missing: [] };
      plan.arms = { order: ['NA', 'K'] };
      plan.outcomes[0]!.model.covariates = ['day'];
      const report = analyze(plan, data);
      const compared = runR(report, data);
      expectAgreement(compared, 1);
      expect(compared).toHaveLength(4);
      expect(sasProgram(report)).toContain("if lowcase(arm) in ('') then arm = '';");
    },
  );

  test('reads arms that are merged, named and left out as the plan has them', { timeout: 60_000 }, () => {
    const data = newFolder();
    const arm = (own: string, row: number): string =>
      row === 3 ? 'not randomised' : own === 'ketamine' ? '1' : row % 2 === 0 ? 'Placebo' : 'placebo';
    const rows = people.map(([id = '', own = '', age = ''], row) => [id, arm(own, row), age].join(','));
    writeFileSync(join(data, 'people.csv'), ['id,arm,day', ...rows].join('\n'));
    writeFileSync(join(data, 'questionnaires.csv'), readFileSync(join(example, 'questionnaires.csv')));
    const plan = threeArms('mmrm');
    plan.files[0]!.reading = { missing: [] };
    plan.arms = { order: ['Placebo', '1'], same: { placebo: 'Placebo' }, labels: { '1': 'Ketamine' } };
    plan.outcomes[0]!.model.covariates = ['day'];
    const report = analyze(plan, data);
    expect(report.plan.arms).toEqual(plan.arms);
    expect(report.arms.map((each) => each.arm)).toEqual(['Placebo', 'Ketamine']);
    expect(report.arms.reduce((sum, each) => sum + each.participants, 0)).toBe(people.length - 1);
    const compared = runR(report, data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
    const program = sasProgram(report);
    expect(program).toContain("if arm in ('Placebo', 'placebo') then armn = 1;");
    expect(program).toContain("if arm = '1' then armn = 2; /* Ketamine */");
  });

  test('reads files without the totals and remarks beside their rows', { timeout: 60_000 }, () => {
    const data = newFolder();
    const rows = people.map(([id = '', arm = '', age = '']) => [id, arm, age].join(','));
    writeFileSync(join(data, 'people.csv'), ['id,arm,day', 'N = 24,,', ...rows, 'Mean,,45', '', '# end,'].join('\n'));
    const forms = readFileSync(join(example, 'questionnaires.csv'), 'utf8').trimEnd();
    const width = forms.split('\n')[0]!.split(',').length;
    writeFileSync(join(data, 'questionnaires.csv'), `${forms}\nMittelwert,${',4.5'.repeat(width - 2)}\n`);
    const plan = threeArms('mmrm');
    plan.arms = { order: ['midazolam', 'ketamine'] };
    plan.outcomes[0]!.model.covariates = ['day'];
    const report = analyze(plan, data);
    expect(report.files[0]?.read?.notData).toEqual([1, people.length + 2, people.length + 3]);
    const compared = runR(report, data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
    expect(sasProgram(report)).toContain(`if _n_ in (1, ${people.length + 2}, ${people.length + 3}) then delete;`);
  });

  test('reads arms in the names of events, and a covariate that stands at the first alone', { timeout: 60_000 }, () => {
    const data = newFolder();
    const lines = people.flatMap(([id = '', arm = '', age = '']) =>
      ['0', '7', '28'].flatMap((day) => {
        const form = forms.find((each) => each[0] === id && each[1] === day);
        const event = `day_${day}_arm_${arm === 'ketamine' ? 2 : 1}`;
        return form ? [[id, event, day === '0' ? age : '', ...form.slice(2, 11)].join(',')] : [];
      }),
    );
    writeFileSync(
      join(data, 'redcap.csv'),
      [`record_id,redcap_event_name,age,${items.join(',')}`, ...lines].join('\n'),
    );
    const [id, visit, arm] = ['record_id', 'redcap_event_name', 'redcap_event_name (arm)'];
    const plan = planOf(
      [{ name: 'redcap.csv', role: 'records', id, visit, arm }],
      ['Arm 1', 'Arm 2'],
      { baselineVisit: 'day_0', covariates: ['age'] },
      'redcap.csv',
    );
    plan.outcomes[0]!.model.visits = ['day_7', 'day_28'];
    const report = analyze(plan, data);
    const compared = runR(report, data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
    expect(sasProgram(report)).toContain('data people; update people(obs=0) people; by id; run;');
    expect(sasProgram(report)).toContain("prxchange('s/^.*_arm_([0-9]+[a-z]?)$/Arm $1/', 1, strip(arm));");
  });

  test('takes identifiers in other writing as the same participants where the plan does', { timeout: 60_000 }, () => {
    const data = newFolder();
    const rows = people.map(([, arm = '', age = ''], row) =>
      [`P-${String(row + 1).padStart(3, '0')}`, arm, age].join(','),
    );
    writeFileSync(join(data, 'people.csv'), ['id,arm,day', ...rows].join('\n'));
    const numbers = new Map(people.map(([id], row) => [id, `p${row + 1}`]));
    const header = readFileSync(join(example, 'questionnaires.csv'), 'utf8').split('\n')[0]!;
    const lines = forms.map(([id, ...rest]) => [numbers.get(id ?? '') ?? '', ...rest].join(','));
    writeFileSync(join(data, 'questionnaires.csv'), [header, ...lines].join('\n'));
    const plan = threeArms('mmrm');
    plan.arms = { order: ['midazolam', 'ketamine'] };
    plan.outcomes[0]!.model.covariates = ['day'];
    plan.ids = 'plain';
    const report = analyze(plan, data);
    expect(report.plan.ids).toBe('plain');
    const compared = runR(report, data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
    expect(sasProgram(report).match(/%plain_id\(id\);/g)).toHaveLength(3);
  });

  test('takes numbers as the participants they are of, and leaves strangers apart', { timeout: 60_000 }, () => {
    const data = newFolder();
    const two = (row: number): string => String(row + 1).padStart(2, '0');
    const rows = people.map(([, arm = '', age = ''], row) =>
      [row < 4 ? `P01-0${two(row)}` : `MS-0${two(row)}`, arm, age].join(','),
    );
    writeFileSync(join(data, 'people.csv'), ['id,arm,day', ...rows].join('\n'));
    const written = (row: number): string => {
      if (row < 4) return `p01-${row + 1}`;
      if (row % 5 === 4) return `HC-${row + 1}`;
      return row % 2 ? two(row) : `ms ${row + 1}`;
    };
    const ids = new Map(people.map(([id], row) => [id, written(row)]));
    const header = readFileSync(join(example, 'questionnaires.csv'), 'utf8').split('\n')[0]!;
    const lines = forms.map(([id, ...rest]) => [ids.get(id ?? '') ?? '', ...rest].join(','));
    writeFileSync(join(data, 'questionnaires.csv'), [header, ...lines].join('\n'));
    const plan = threeArms('mmrm');
    plan.arms = { order: ['midazolam', 'ketamine'] };
    plan.outcomes[0]!.model.covariates = ['day'];
    plan.ids = 'numbers';
    const report = analyze(plan, data);
    const strangers = people.filter((_, row) => written(row).startsWith('HC')).length;
    expect(strangers).toBeGreaterThan(2);
    expect(report.outcomes[0]?.model?.nSubjects).toBe(people.length - strangers);
    const compared = runR(report, data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
    const sas = sasProgram(report);
    expect(sas.match(/%plain_id\(id\);/g)).toHaveLength(1);
    expect(sas.match(/%number_id\(id\);/g)).toHaveLength(2);
    expect(sas.indexOf('%list_numbers(people);')).toBeLessThan(sas.indexOf(' %number_id(id);'));
  });

  test('reads the rows of one repeating instrument', { timeout: 60_000 }, () => {
    const data = newFolder();
    const diary = cellsOf('diary.csv').slice(1);
    const lines = [
      'record_id,redcap_repeat_instrument,redcap_repeat_instance,allocation,dfs',
      ...people.map(([id = '', arm = '']) => `${id},,,${arm},`),
      ...diary.map(([id = '', day = '', dfs = '']) => `${id},Diary,${Number(day) + 1},,${dfs}`),
    ];
    writeFileSync(join(data, 'redcap.csv'), lines.join('\n'));
    const plan = examplePlan();
    delete plan.published;
    plan.inference = { df: 'satterthwaite' };
    const visit = 'redcap_repeat_instance';
    plan.files = [
      {
        name: 'redcap.csv',
        role: 'participants',
        id: 'record_id',
        arm: 'allocation',
        reading: { repeatInstrument: '' },
      },
      {
        ...{ name: 'redcap.csv › Diary', role: 'records', id: 'record_id', visit, timeUnit: 'visit' },
        reading: { repeatInstrument: 'Diary' },
      },
    ];
    plan.instruments = [{ ...plan.instruments[0]!, file: 'redcap.csv › Diary' }];
    plan.outcomes = [plan.outcomes[0]!];
    const report = analyze(plan, data);
    writeScores(report, plan, data);
    const compared = runR(report, data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
  });

  test('takes Satterthwaite degrees of freedom of more than 3,000 rows', { timeout: 120_000 }, () => {
    const data = newFolder();
    const ids = people.flatMap(([id = '', arm = '']) => ['a', 'b', 'c'].map((end) => ({ id: id + end, arm })));
    const days = Array.from({ length: Math.ceil(3100 / ids.length) }, (_, day) => day);
    const answer = (who: number, day: number): number => (who * 7 + day * day * 3 + ((who * day) % 5)) % 11;
    const records = ids.flatMap(({ id }, who) => days.map((day) => `${id},${day},${answer(who, day)}`));
    expect(records.length).toBeGreaterThan(3000);
    writeFileSync(join(data, 'people.csv'), ['id,arm', ...ids.map(({ id, arm }) => `${id},${arm}`)].join('\n'));
    writeFileSync(join(data, 'diary.csv'), ['id,day,dfs', ...records].join('\n'));
    const plan = examplePlan();
    delete plan.published;
    plan.inference = { df: 'satterthwaite' };
    plan.files = [
      { name: 'people.csv', role: 'participants', id: 'id', arm: 'arm' },
      { name: 'diary.csv', role: 'records', id: 'id', visit: 'day' },
    ];
    plan.instruments = [plan.instruments[0]!];
    plan.outcomes = [
      { ...plan.outcomes[0]!, model: { kind: 'random_effects', response: 'value', random: 'intercept' } },
    ];
    const compared = runR(analyze(plan, data), data);
    expectAgreement(compared, 1);
    expect(compared).toHaveLength(4);
  });

  test('contrasts the arms that have rows', { timeout: 60_000 }, () => {
    const data = newFolder();
    const [header = [], ...rows] = cellsOf('participants.csv');
    const extra = ['K91,open,40,male,x', 'K92,open,50,female,x'];
    writeFileSync(
      join(data, 'people.csv'),
      [header, ...rows]
        .map((row) => row.join(','))
        .concat(extra)
        .join('\n'),
    );
    writeFileSync(join(data, 'questionnaires.csv'), readFileSync(join(example, 'questionnaires.csv')));
    for (const kind of ['mmrm', 'random_effects'] as const) {
      const plan = threeArms(kind);
      const report = analyze(plan, data);
      expect(report.arms.map(({ participants }) => participants)).toContain(2);
      expectAgreement(runR(report, data), 1);
    }
  });
});

test('the SAS program names delimiter, encoding, sheet and counts, and leaves the arm out of events', () => {
  const data = newFolder();
  const { text, wide } = europeanFile();
  writeFileSync(join(data, 'wide.csv'), latin1(text));
  const european = sasProgram(analyze(europeanPlan('wide.csv', wide), data));
  expect(european).toContain("%read_text('wide.csv', roster, ';', wlatin1);");
  expect(european).toContain(`%count('rows of wide.csv', roster, ${people.length});`);
  expect(european).toMatch(
    /x1 = ifn\(.* input\(translate\(compress\(.*, ',\+-eE', 'kd'\), '.', ','\), \?\? best32\.\)\);/,
  );
  expect(european).toMatch(/visit = '14';\n.*item9 ?|item\{9\} = \.;/);
  writeFileSync(join(data, 'redcap.csv'), redcapFile());
  const redcap = sasProgram(analyze(redcapPlan(), data));
  expect(redcap).toContain("visit = prxchange('s/_arm_[0-9]+[a-z]?$| \\(Arm [0-9]+: .*\\)$//', 1, strip(visit));");
  expect(redcap).toContain("if visit = 'week_1' then visitn = 1;");
  writeFileSync(join(data, 'trial.xlsx'), workbook('Persons', [['id', 'age', 'sex'], ...people.map(personRow)]));
  writeFileSync(join(data, 'forms.csv'), formsFile());
  const sheets = sasProgram(analyze(workbookPlan(), data));
  expect(sheets).toContain("%read_sheet('trial.xlsx', 'Persons', roster);");
  expect(sheets).toContain("%read_text('forms.csv', roster, '09'x, utf-8);");
});

function threeArms(kind: 'mmrm' | 'random_effects'): Plan {
  const plan = planOf(
    [
      { name: 'people.csv', role: 'participants', id: 'id', arm: 'arm' },
      { name: 'questionnaires.csv', role: 'records', id: 'id', visit: 'day' },
    ],
    ['midazolam', 'open', 'ketamine'],
    { covariates: ['sex'] },
    'questionnaires.csv',
  );
  const [outcome] = plan.outcomes;
  if (kind === 'random_effects') outcome!.model = { kind, response: 'change', random: 'intercept' };
  return plan;
}

const personRow = ([id = '', , age = '', sex = '']: string[]): (string | number)[] => [
  Number(id.slice(1)),
  Number(age) + 0.25,
  sex,
];

function formsFile(): string {
  const rows = forms.map(([id = '', day = '', ...answers]) => {
    const arm = people.find((person) => person[0] === id)?.[1] ?? '';
    return [Number(id.slice(1)), arm, day, ...answers.slice(0, 9)].join('\t');
  });
  return [['id', 'arm', 'day', ...items].join('\t'), ...rows].join('\r');
}

function workbookPlan(): Plan {
  return planOf(
    [
      { name: 'trial.xlsx', role: 'participants', id: 'id' },
      { name: 'forms.csv', role: 'records', id: 'id', visit: 'day', arm: 'arm' },
    ],
    ['midazolam', 'ketamine'],
    { covariates: ['age', 'sex'] },
    'forms.csv',
  );
}

/** Events with the arm in their names; the allocation is written at baseline only, and answers not given are -99. */
function redcapFile(): string {
  const names: Record<string, string> = { '0': 'baseline', '7': 'week_1', '14': 'week_2', '28': 'week_4' };
  const rows = forms.map(([id = '', day = '', ...answers]) => {
    const arm = people.find((person) => person[0] === id)?.[1] ?? '';
    const number = arm === 'ketamine' ? 1 : 2;
    const own = answers.slice(0, 9).map((answer, item) => (item === 3 && id.endsWith('5') ? '-99' : answer));
    return [id, `${names[day] ?? day}_arm_${number}`, '', day === '0' ? arm : '', ...own].join(',');
  });
  return [
    ['record_id', 'redcap_event_name', 'redcap_repeat_instrument', 'allocation', ...items].join(','),
    ...rows,
  ].join('\n');
}

function redcapPlan(): Plan {
  return planOf(
    [
      {
        ...{ name: 'redcap.csv', role: 'records', id: 'record_id', arm: 'allocation', visit: 'redcap_event_name' },
        reading: { missingIn: { fss4: ['-99'] } },
      },
    ],
    ['midazolam', 'ketamine'],
    {},
    'redcap.csv',
  );
}

/** A workbook of one sheet as Excel writes it, as far as readers need it. */
function workbook(name: string, rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const office = 'http://schemas.openxmlformats.org';
  const main = `xmlns="${office}/spreadsheetml/2006/main"`;
  const relation = `${office}/officeDocument/2006/relationships`;
  const links = `xmlns="${office}/package/2006/relationships"`;
  const cell = (value: string | number, address: string): string =>
    typeof value === 'number'
      ? `<c r="${address}"><v>${value}</v></c>`
      : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const xml = rows.map(
    (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, `${'ABC'[c] ?? ''}${r + 1}`)).join('')}</row>`,
  );
  const link = (id: string, kind: string, target: string): string =>
    `<Relationships ${links}><Relationship Id="${id}" Type="${relation}/${kind}" Target="${target}"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${office}/package/2006/content-types"/>`),
    '_rels/.rels': strToU8(link('r', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="${name}" sheetId="1" r:id="s0"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(link('s0', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}><sheetData>${xml.join('')}</sheetData></worksheet>`),
  });
}
