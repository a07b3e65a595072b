// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { InstrumentDefinition } from '../../web/contract/instrument.js';
import { builtInInstruments, propose } from '../../web/read/index.js';
import { instrumentCodes, instrumentColumns, type Recognised } from '../../web/read/instrument-names.js';
import { allDefinitions } from '../../web/read/instruments.js';
import { codes, message, read } from './read-support.js';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const numbered = (count: number, nameOf: (i: number) => string): string[] => range(1, count).map(nameOf);

/** "FSS 3@28" for item 3 of the FSS at visit 28. */
function told({ columns }: Recognised): string[] {
  return columns.map(({ definition, part, visit }) => {
    const scoring = part.kind === 'score' && part.scoring ? `:${part.scoring}` : '';
    const what = part.kind === 'item' ? part.item : `${part.scale}${scoring}`;
    return `${definition.name} ${what}${visit === null ? '' : `@${visit}`}`;
  });
}
const recognise = (columns: readonly string[]): string[] => told(instrumentColumns(columns, allDefinitions()));
const itemsOf = (name: string): string[] => {
  const definition = builtInInstruments.find((each) => each.name === name);
  return numbered(definition?.items.count ?? 0, (i) => `${name} ${i}`);
};

const facit = ['HI7', 'HI12', 'An1', 'An2', 'An3', 'An4', 'An5', 'An7', 'An8', 'An12', 'An14', 'An15', 'An16'];
const promis8a = ['HI7', 'AN3', 'FATEXP41', 'FATEXP40', 'FATEXP35', 'FATIMP49', 'FATIMP3', 'FATIMP16'];

describe('items of every instrument', () => {
  test.each<[string, string[]]>([
    ['FSS', numbered(9, (i) => `fss${i}`)],
    ['FSS', numbered(9, (i) => `FSS_0${i}`)],
    ['FSS', numbered(9, (i) => `Frage${i}_FSS`)],
    ['FSS', numbered(9, (i) => `fatigue_severity_scale_${i}`)],
    ['MFIS', numbered(21, (i) => `mfis_item_${i}`)],
    ['MFIS-5', numbered(5, (i) => `mfis5_${i}`)],
    ['PROMIS Fatigue 8a', numbered(8, (i) => `promis8a_${i}`)],
    ['PROMIS Fatigue 8a', promis8a],
    ['PROMIS Fatigue 4a', promis8a.slice(0, 4)],
    ['PROMIS Fatigue 4a', promis8a.slice(0, 4).map((code) => `promis_${code}`)],
    ['FACIT-Fatigue', facit],
    ['FACIT-Fatigue', facit.map((code) => `facit_${code.toLowerCase()}`)],
    ['Neuro-QoL Fatigue', ['02', '06', '07', '10', '11', '13', '14', '15'].map((i) => `NQFTG${i}`)],
    ['Neuro-QoL Fatigue', [2, 6, 7, 10, 11, 13, 14, 15].map((i) => `nqftg_${i}`)],
    ['CFQ-11', numbered(11, (i) => `cfq11_q${i}`)],
    ['CFQ-11', numbered(11, (i) => `chalder${i}`)],
    ['ESS', numbered(8, (i) => `ess${i}`)],
    ['BFI', numbered(9, (i) => `bfi_${i}`)],
    ['BDI-II', numbered(21, (i) => `bdi2_${i}`)],
    ['BDI-II', numbered(21, (i) => `bdi_${i}`)],
    ['FSMC', numbered(20, (i) => `fsmc_${i}`)],
    ['VAS-F 18', numbered(18, (i) => `vasf${i}`)],
    ['VAS-F', ['vas_f']],
    ['NRS Fatigue', ['nrs_fatigue']],
    ['NRS Fatigue', ['fatigue_nrs']],
    ['NRS Fatigue', ['NRS Fatigue (0-10)']],
    ['NRS Fatigue', ['nrs_muedigkeit']],
    ['DFS', ['dfs']],
  ])('%s: %j', (name, columns) => {
    expect(recognise(columns)).toEqual(itemsOf(name));
  });

  test('every built-in instrument is found by each of its stems, with its items or its number', () => {
    for (const definition of builtInInstruments) {
      const { count } = definition.items;
      for (const stem of definition.stems ?? []) {
        const columns = count === 1 ? [stem] : numbered(count, (i) => `${stem}_item_${i}`);
        expect(recognise(columns), stem).toEqual(itemsOf(definition.name));
      }
    }
  });

  test('MFIS-5 and MFIS side by side', () => {
    const columns = [...numbered(21, (i) => `mfis_${i}`), ...numbered(5, (i) => `mfis5_${i}`)];
    expect(recognise(columns)).toEqual([...itemsOf('MFIS'), ...itemsOf('MFIS-5')]);
  });

  test.each<[string, string[], string[]]>([
    ['fss1_w4', numbered(9, (i) => `fss${i}_w4`), itemsOf('FSS').map((item) => `${item}@4`)],
    ['v2_fss_3', numbered(9, (i) => `v2_fss_${i}`), itemsOf('FSS').map((item) => `${item}@2`)],
    ['fss_1_28', numbered(9, (i) => `fss_${i}_28`), itemsOf('FSS').map((item) => `${item}@28`)],
    ['fss3_28d', numbered(9, (i) => `fss${i}_28d`), itemsOf('FSS').map((item) => `${item}@28`)],
  ])('at a visit: %s', (_, columns, expected) => {
    expect(recognise(columns)).toEqual(expected);
  });
});

describe('finished scores', () => {
  test.each<[string, string]>([
    ['fss_total', 'FSS total'],
    ['fss_mean', 'FSS total:mean'],
    ['FSS Summe', 'FSS total'],
    ['mfis_physical', 'MFIS physical'],
    ['mfis_cog', 'MFIS cognitive'],
    ['mfis_total_d28', 'MFIS total@28'],
    ['mfis5_total', 'MFIS-5 total'],
    ['facit_total', 'FACIT-Fatigue total'],
    ['ess_score', 'ESS total'],
    ['promis8a_t', 'PROMIS Fatigue 8a t_score'],
    ['promis4a_raw', 'PROMIS Fatigue 4a raw'],
    ['neuroqol_t', 'Neuro-QoL Fatigue t_score'],
    ['cfq_bimodal', 'CFQ-11 total:bimodal'],
    ['bfi_mean', 'BFI total'],
    ['fsmc_motor', 'FSMC motor'],
    ['bdi.2m', 'BDI-II total@2'],
  ])('%s is %s', (column, expected) => {
    expect(recognise([column])).toEqual([expected]);
  });

  test('numbers that are no items are visits', () => {
    expect(recognise(['mfis5_0', 'mfis5_4', 'mfis5_8'])).toEqual([0, 4, 8].map((v) => `MFIS-5 total@${v}`));
    expect(recognise(['vas_f_0', 'vas_f_7'])).toEqual(['VAS-F 1@0', 'VAS-F 1@7']);
  });
});

describe('what names leave in doubt is told', () => {
  const notesOf = (columns: readonly string[]): Recognised['notes'] =>
    instrumentColumns(columns, allDefinitions()).notes;

  test.each(['ess', 'bfi', 'cfq'])('%s may be something else', (name) => {
    const columns = [name, `${name}_d28`];
    expect(recognise(columns)).toEqual([]);
    expect(codes({ notes: notesOf(columns) })).toContain('score_in_doubt');
  });

  test.each([
    ['bfi', 44, 'BFI has 9 items, but bfi_10, bfi_11'],
    ['cfq', 14, 'CFQ-11 has 11 items, but cfq_12, cfq_13 and cfq_14 are there too'],
  ])('%s with %i items is another form', (stem, count, start) => {
    const columns = numbered(count, (i) => `${stem}_${i}`);
    expect(recognise(columns)).toEqual([]);
    expect(message({ notes: notesOf(columns) }, 'items_too_many')).toContain(start);
  });

  test('items that two instruments share go to the one that is complete', () => {
    expect(message({ notes: notesOf(facit) }, 'shared_items')).toBe(
      'HI7 and An3 could be of PROMIS Fatigue 4a and PROMIS Fatigue 8a too and are taken as FACIT-Fatigue, whose items are all there',
    );
    expect(notesOf(facit.map((code) => `facit_${code}`))).toEqual([]);
  });

  test('where both are complete the values decide', () => {
    const columns = [...facit, ...promis8a.slice(2)];
    const rows = (value: number): string => ['1', '0', ...columns.map(() => value)].join(',');
    const header = ['id', 'day', ...columns].join(',');
    // 0 is no PROMIS answer, 5 none of FACIT; without either the longer form is taken.
    const facitFirst = propose([read('q.csv', [header, rows(0), rows(4)].join('\n'))]);
    expect(facitFirst.plan.instruments.map(({ instrument }) => instrument)).toEqual(['FACIT-Fatigue']);
    const promisFirst = propose([read('q.csv', [header, rows(5), rows(3)].join('\n'))]);
    expect(promisFirst.plan.instruments.map(({ instrument }) => instrument)).toEqual(['PROMIS Fatigue 8a']);
  });

  test('of the forms of PROMIS Fatigue the one whose table has the scores is taken', () => {
    const file = (...scores: number[]): ReturnType<typeof read> =>
      read('p.csv', ['id,day,promis_t', ...scores.map((score, i) => `1,${i},${score}`)].join('\n'));
    // 39.7 and 43.1 stand in the table of 4a only, 36.9 and 39.6 in that of 7a; 50.1 in none.
    expect(propose([file(39.7, 43.1)]).plan.instruments[0]?.instrument).toBe('PROMIS Fatigue 4a');
    expect(propose([file(36.9, 39.6)]).plan.instruments[0]?.instrument).toBe('PROMIS Fatigue 7a');
    const { plan, notes } = propose([file(50.1, 50.3)]);
    expect(plan.instruments[0]).toMatchObject({ instrument: 'PROMIS Fatigue 8a', scores: { t_score: 'promis_t' } });
    expect(message({ notes }, 'form_in_doubt')).toContain('promis_t does not tell the form of the instrument');
  });

  test('a Chalder score up to 11 may be bimodal', () => {
    const { plan, notes } = propose([read('c.csv', 'id,day,cfq_total\n1,0,9\n1,7,4\n2,0,11\n')]);
    expect(plan.instruments[0]).not.toHaveProperty('scoring');
    expect(message({ notes }, 'scoring_in_doubt')).toContain('taken as likert');
  });
});

describe('an instrument that may stand either way up', () => {
  test('is proposed without a direction and gets no outcome', () => {
    const { plan, notes } = propose([read('v.csv', 'id,day,vas_f\n1,0,50\n1,7,40\n2,0,70\n2,7,60\n')]);
    expect(plan.instruments).toEqual([{ id: 'vasf', instrument: 'VAS-F', file: 'v.csv', items: ['vas_f'] }]);
    expect(plan.outcomes).toEqual([]);
    expect(message({ notes }, 'choose_direction')).toContain('VAS-F is used both ways up');
  });
});

describe('codes of tests and parameters', () => {
  const code = (text: string, label?: string): { code: string; labels: string[] } => ({
    code: text,
    labels: label === undefined ? [] : [label],
  });
  const toldOf = (list: { code: string; labels: string[] }[]): string[] =>
    told(instrumentCodes(list, allDefinitions()));

  test.each<[string, string[], string]>([
    ['FSS0101', numbered(9, (i) => `FSS010${i}`), 'FSS'],
    ['FSS01-9', numbered(9, (i) => `FSS01-${i}`), 'FSS'],
    ['FSS Item 3', numbered(9, (i) => `FSS Item ${i}`), 'FSS'],
    ['MFIS01', numbered(21, (i) => `MFIS${String(i).padStart(2, '0')}`), 'MFIS'],
    ['MFIS0112', numbered(21, (i) => `MFIS01${String(i).padStart(2, '0')}`), 'MFIS'],
    ['BDI0203', numbered(21, (i) => `BDI02${String(i).padStart(2, '0')}`), 'BDI-II'],
  ])('items like %s', (_, list, name) => {
    expect(toldOf(list.map((each) => code(each)))).toEqual(itemsOf(name));
  });

  test.each([
    ['FSSTOT', undefined, 'FSS total'],
    ['MFISTOT', undefined, 'MFIS total'],
    ['MFISPHYS', undefined, 'MFIS physical'],
    ['MFISCOG', undefined, 'MFIS cognitive'],
    ['MFISPSY', undefined, 'MFIS psychosocial'],
    ['ESS', 'Epworth Sleepiness Scale Total Score', 'ESS total'],
    ['FATSCR', 'Fatigue Severity Scale - Total Score', 'FSS total'],
    ['X1', 'Modified Fatigue Impact Scale Physical Subscale Score', 'MFIS physical'],
  ])('%s, %s is %s', (text, label, expected) => {
    expect(toldOf([code(text, label)])).toEqual([expected]);
  });

  test('codes of other things are none', () => {
    expect(toldOf([code('WEIGHT'), code('CGI0201', 'CGI02-Severity'), code('FSS0110')])).toEqual([]);
  });
});

describe("a trial's own instrument", () => {
  const own: InstrumentDefinition = {
    name: 'Energy Diary',
    title: 'Energy Diary',
    version: '3 items',
    direction: 'higher_is_better',
    items: { count: 3, lowest: 0, highest: 10, codes: ['EN1', 'EN2', 'EN3'] },
    scorings: [{ name: 'mean', combine: 'mean' }],
    scales: [{ name: 'constructor', label: 'Energy' }],
    missingItems: { default: 'complete', source: 'the protocol' },
    source: ['the protocol'],
    licence: 'none',
  };

  test('is recognised by its name and its codes', () => {
    const files = [read('e.csv', 'id,day,en_1,en_2,en_3\n1,0,5,5,5\n1,7,5,5,5\n2,0,1,2,3\n')];
    const { plan } = propose(files, [own]);
    expect(plan.instruments).toEqual([
      { id: 'energy_diary', instrument: 'Energy Diary', file: 'e.csv', items: ['en_1', 'en_2', 'en_3'] },
    ]);
    expect(plan.definitions).toEqual([own]);
    expect(plan.outcomes[0]).toMatchObject({ label: 'Energy', score: 'energy_diary.constructor' });
    expect(propose(files).plan.instruments).toEqual([]);
    const scores = propose([read('e.csv', 'id,day,energy_diary_mean\n1,0,5\n1,7,5\n')], [own]).plan;
    expect(scores.instruments[0]?.scores).toEqual({ constructor: 'energy_diary_mean' });
  });
});

describe('items numbered within their subscale', () => {
  const motor = [2, 3, 5, 6, 9, 10, 12, 14, 16, 19];
  const cognitive = [1, 4, 7, 8, 11, 13, 15, 17, 18, 20];
  const items = (list: readonly number[], visit = ''): string[] => list.map((i) => `FSMC ${i}${visit}`);

  test.each<[string, string[], string[]]>([
    [
      'fsmc_m1, fsmc_c1',
      [...numbered(10, (i) => `fsmc_m${i}`), ...numbered(10, (i) => `fsmc_c${i}`)],
      [...items(motor), ...items(cognitive)],
    ],
    [
      'FSMC_Motor_1',
      [...numbered(10, (i) => `FSMC_Motor_${i}`), ...numbered(10, (i) => `FSMC_Cog_${i}`)],
      [...items(motor), ...items(cognitive)],
    ],
    [
      'by the number of the item',
      [...motor.map((i) => `fsmc_m${i}`), ...cognitive.map((i) => `fsmc_c${i}`)],
      [...items(motor), ...items(cognitive)],
    ],
    ['of one subscale only', numbered(10, (i) => `fsmc_m${i}`), items(motor)],
    [
      'in a wide file',
      [0, 28].flatMap((d) => [...numbered(10, (i) => `fsmc_m${i}_d${d}`), ...numbered(10, (i) => `fsmc_c${i}_d${d}`)]),
      [0, 28].flatMap((d) => [...items(motor, `@${d}`), ...items(cognitive, `@${d}`)]),
    ],
    ['cfq_p1, cfq_m1', [...numbered(7, (i) => `cfq_p${i}`), ...numbered(4, (i) => `cfq_m${i}`)], itemsOf('CFQ-11')],
  ])('%s', (_, columns, expected) => {
    expect(recognise(columns)).toEqual(expected);
  });

  test('months stay months: by their number, and by values that are no answers', () => {
    expect(recognise(['fsmc_m0', 'fsmc_m3', 'fsmc_m6'])).toEqual(['FSMC total@0', 'FSMC total@3', 'FSMC total@6']);
    const columns = numbered(10, (i) => `fsmc_m${i}`);
    const file = read(
      'w.csv',
      `id,${columns.join(',')}\n1,${columns.map(() => '70').join(',')}\n2,${columns.map(() => '55').join(',')}\n`,
    );
    expect(propose([file]).plan.files[0]?.wide?.map(({ visit }) => visit)).toEqual(numbered(10, String));
  });

  test('are told of', () => {
    const columns = [...numbered(10, (i) => `fsmc_m${i}`), ...numbered(10, (i) => `fsmc_c${i}`)];
    const row = (id: string, day: number): string => `${id},${day},${columns.map((_, i) => (i % 5) + 1).join(',')}`;
    const file = read(
      'q.csv',
      `id,day,${columns.join(',')}\n${[row('1', 0), row('1', 28), row('2', 0), row('2', 28)].join('\n')}\n`,
    );
    const proposal = propose([file]);
    expect(proposal.plan.instruments).toMatchObject([
      { instrument: 'FSMC', items: expect.arrayContaining(columns) as string[] },
    ]);
    expect(proposal.plan.instruments[0]?.items?.[1]).toBe('fsmc_m1');
    expect(message(proposal, 'subscale_items')).toBe(
      'q.csv: 20 columns are taken as items of FSMC, numbered within their subscale in the order of the questionnaire: fsmc_m1 as item 2 to fsmc_c10 as item 20',
    );
  });
});

describe('the numeric rating scale of fatigue', () => {
  const rows = ['a', 'b'].flatMap((id) => [0, 7, 14, 28].map((day) => `${id},${day},${5 - day / 7}`)).join('\n');
  const named = (name: string) => propose([read('nrs.csv', `id,day,${name}\n${rows}\n`)]);

  test.each(['nrs_fatigue', 'fatigue_nrs', 'Fatigue NRS', 'NRS-Fatigue 0-10'])(
    'is called %s, and its direction has to be chosen',
    (name) => {
      const proposal = named(name);
      expect(proposal.plan.instruments).toMatchObject([{ instrument: 'NRS Fatigue', items: [name] }]);
      expect(proposal.plan.instruments[0]).not.toHaveProperty('direction');
      expect(message(proposal, 'choose_direction')).toContain('NRS Fatigue is used both ways up');
    },
  );

  test('has its visits in the names of a wide file', () => {
    expect(recognise(['nrs_fatigue_d0', 'fatigue_nrs_d7', 'nrs_fatigue_week4'])).toEqual([
      'NRS Fatigue 1@0',
      'NRS Fatigue 1@7',
      'NRS Fatigue 1@4',
    ]);
  });

  test('is not meant by a rating of something else, nor by a plain "nrs" beside one', () => {
    expect(recognise(['nrs_pain', 'pain_nrs'])).toEqual([]);
    expect(recognise(['nrs_pain', 'nrs'])).toEqual([]);
    expect(recognise(['nrs_1', 'nrs_2', 'nrs_3'])).toEqual([]);
    expect(recognise(['nrs_fatigue', 'nrs'])).toEqual(['NRS Fatigue 1']);
  });

  test.each(['nrs', 'NRS', 'nrs_score'])('is what a column called just %s is taken for, which is told', (name) => {
    const proposal = named(name);
    expect(proposal.plan.instruments).toMatchObject([{ instrument: 'NRS Fatigue', items: [name] }]);
    expect(proposal.plan.instruments[0]).not.toHaveProperty('direction');
    expect(proposal.plan.outcomes).toEqual([]);
    expect(message(proposal, 'choose_direction')).toContain('choose whether a higher value is better or worse');
    expect(message(proposal, 'rating_of_what')).toBe(
      `nrs.csv: the name ${name} does not tell what is rated; taken as NRS Fatigue, 0 to 10; remove it if something else is rated, such as pain`,
    );
  });

  test('is no "nrs" with values beyond 10', () => {
    expect(propose([read('n.csv', 'id,day,nrs\na,0,40\na,7,60\nb,0,20\nb,7,80\n')]).plan.instruments).toEqual([]);
  });

  test.each(['vas_fatigue', 'fatigue_vas', 'vas_f', 'VAS-F'])('leaves %s to the VAS-F, with its direction', (name) => {
    const proposal = named(name);
    expect(proposal.plan.instruments).toMatchObject([{ instrument: 'VAS-F', items: [name] }]);
    expect(proposal.plan.instruments[0]).not.toHaveProperty('direction');
    expect(message(proposal, 'choose_direction')).toContain('VAS-F is used both ways up');
  });
});

test.each(['FSS total (9-63)', 'FSS total [9 to 63]', 'FSS sum (9–63)'])(
  '%s is a score, its range no part of its name',
  (name) => {
    const rows = [1, 2, 3, 4].map(
      (p) => `p${p},${p % 2 ? 'a' : 'b'},0,${30 + p}\np${p},${p % 2 ? 'a' : 'b'},7,${28 + p}`,
    );
    const { plan } = propose([read('q.csv', `id,arm,day,${name}\n${rows.join('\n')}\n`)]);
    expect(plan.instruments).toMatchObject([{ instrument: 'FSS', scores: { total: name } }]);
  },
);
