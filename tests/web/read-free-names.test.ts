// SPDX-License-Identifier: MIT
/** Names of columns as clinics write them, in English, German and French. */
import { describe, expect, test } from 'vitest';
import { instrumentColumns } from '../../web/read/instrument-names.js';
import { allDefinitions } from '../../web/read/instruments.js';
import { columnsNamed, isIdName, looksLikeControl, type NamedRole } from '../../web/read/names.js';
import { plainNames } from '../../web/read/free-names.js';
import { propose } from '../../web/read/index.js';
import { unitOfColumn } from '../../web/read/visit-names.js';
import { cells, codes, message, read } from './read-support.js';

test.each<[NamedRole, string[]]>([
  [
    'id',
    [
      'Pat ID',
      'N\u00b0 patient',
      'Patienten-Nr.',
      'Pat.-Nr.',
      'Fallnummer',
      'code patient',
      'id patient',
      'Num\u00e9ro patient',
    ],
  ],
  ['arm', ['Behandlung', 'Behandlungsarm', 'bras', 'groupe', 'traitement', 'Bras de traitement']],
  ['visit', ['visite', 'Zeitpunkt', 'Messzeitpunkt', 'temps', 'Semaine']],
  ['startDate', ['Datum Randomisierung', 'Date of randomisation', 'date de randomisation', 'Randomisierung am']],
  ['date', ['Datum Visite', 'date de visite']],
])('%s: %j', (role, names) => {
  expect(names.map((name) => columnsNamed(role, [name, 'age'])[0])).toEqual(names);
});

test('names of other things have no role', () => {
  for (const name of ['patient age', 'Gruppe B Streptokokken', 'Behandlungsdauer', 'Nummer', 'code', 'Fall'])
    expect([name, isIdName(name), columnsNamed('arm', [name]), columnsNamed('startDate', [name])]).toEqual([
      name,
      false,
      [],
      [],
    ]);
});

test('the visit of inclusion is the baseline, wherever it stands', () => {
  const items = Array.from({ length: 9 }, (_, i) => `FSS_${i + 1}`).join(';');
  const rows = ['M3', 'Inclusion', 'M1'].flatMap((visit) =>
    ['001', '002', '003'].map(
      (id) => `${id};${id === '002' ? 'Plac\u00e9bo' : 'Trait\u00e9'};${visit};${Array(9).fill(4).join(';')}`,
    ),
  );
  const { plan } = propose([read('a.csv', [`N\u00b0 patient;Bras;Visite;${items}`, ...rows].join('\n'))]);
  expect(plan.files[0]).toMatchObject({ id: 'N\u00b0 patient', arm: 'Bras', visit: 'Visite' });
  expect(plan.outcomes[0]?.model).toMatchObject({ baselineVisit: 'Inclusion' });
  expect(plan.outcomes[0]?.effect).toMatchObject({ visit: 'M3' });
  expect(plan.arms?.order).toEqual(['Plac\u00e9bo', 'Trait\u00e9']);
});

test('identifiers under these names keep their leading zeros', () => {
  const { table } = read('a.csv', 'Fallnummer;Alter\n100;40\n012;50\n');
  expect(cells(table, 'Fallnummer')).toEqual(['100', '012']);
  expect(cells(read('a.csv', 'Pat ID;x\n1;4\n2;5\n').table, 'Pat ID')).toEqual(['1', '2']);
});

test('control arms in French, and what a French column counts', () => {
  expect(['Plac\u00e9bo', 't\u00e9moin', 'Contr\u00f4le', 'Trait\u00e9'].map(looksLikeControl)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(['Semaine', 'mois', 'jour', 'temps'].map(unitOfColumn)).toEqual(['week', 'month', 'day', 'time']);
});

const found = (column: string, fits = true): string[] =>
  instrumentColumns([column], allDefinitions(), () => fits).columns.map(({ definition, part, visit }) => {
    const what = part.kind === 'item' ? String(part.item) : `${part.scale}${part.scoring ? ` ${part.scoring}` : ''}`;
    return `${definition.name} ${what}${visit === null ? '' : ` at ${visit}`}`;
  });

describe('scores', () => {
  test.each([
    ['Fatigue (0-10)', 'NRS Fatigue 1'],
    ['Fatigue today (0-10)', 'NRS Fatigue 1'],
    ['M\u00fcdigkeit heute (0-10)', 'NRS Fatigue 1'],
    ['Fatigue (0\u201310) day 7', 'NRS Fatigue 1 at 7'],
    ['VAS M\u00fcdigkeit (mm)', 'VAS-F 1'],
    ['M\u00fcdigkeit FSS Mittelwert', 'FSS total mean'],
    ['FSS Mittelwert', 'FSS total mean'],
    ['FSS mean', 'FSS total mean'],
    ['FSS moyenne', 'FSS total mean'],
    ['FSS Summe', 'FSS total'],
    ['FSS total', 'FSS total'],
    ['FSS Gesamtscore', 'FSS total'],
    ['Fatigue FSS 3', 'FSS 3'],
  ])('%s is %s', (name, part) => {
    expect(found(name).map((each) => each.replace(' sum', ''))).toEqual([part]);
  });

  test.each([
    'Fatigue',
    'Fatigue (0-100)',
    'Fatigue week (0-4)',
    'Pain (0-10)',
    'Fatigue total',
    'Fatigue worst (0-10)',
    'VAS pain (mm)',
  ])('%s is none', (name) => {
    expect(found(name)).toEqual([]);
  });

  test('a name that is only like one is none where the values cannot be of it', () => {
    expect(found('Fatigue today (0-10)', false)).toEqual([]);
    expect(found('M\u00fcdigkeit FSS Mittelwert', false)).toEqual([]);
    expect(found('VAS M\u00fcdigkeit (mm)', false)).toEqual([]);
    const table = (high: number): string => `id,visit,Fatigue (0-10)\n1,0,5\n1,4,${high}\n2,0,7\n2,4,3\n`;
    expect(propose([read('a.csv', table(10))]).plan.instruments).toMatchObject([{ instrument: 'NRS Fatigue' }]);
    expect(propose([read('a.csv', table(62))]).plan.instruments).toEqual([]);
  });

  test('the direction of a rating is for the user to declare', () => {
    const { plan, ...rest } = propose([
      read('a.csv', 'id,arm,visit,Fatigue (0-10)\n1,a,0,5\n1,a,4,6\n2,b,0,7\n2,b,4,3\n'),
    ]);
    expect(plan.instruments[0]?.direction).toBeUndefined();
    expect(codes(rest)).toContain('choose_direction');
  });

  test('most names stand for nothing else', () => {
    expect(plainNames('fss_total')).toEqual([]);
    expect(plainNames('age')).toEqual([]);
  });
});

describe('an item too many', () => {
  const items = (stem: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${stem}${i + 1}`);
  const recognised = (columns: string[]) => instrumentColumns(columns, allDefinitions());

  test.each([
    ['FSS', items('fss', 10), 9],
    ['MFIS', items('mfis', 22), 21],
  ])('of %s is left out and told', (name, columns, count) => {
    const { columns: taken, notes } = recognised(columns);
    expect(taken.map(({ column }) => column)).toEqual(columns.slice(0, count));
    expect(message({ notes }, 'item_beyond')).toContain(
      `${columns[count] ?? ''} is no item of ${name}, which has ${count}, and is left out`,
    );
  });

  test.each([
    ['two', items('fss', 11)],
    ['one that does not follow', [...items('fss', 9), 'fss12']],
    ['one of a name with other forms', items('bfi', 10)],
  ])('but with %s the columns may be of another form', (_, columns) => {
    const { columns: taken, notes } = recognised(columns);
    expect(taken).toEqual([]);
    expect(codes({ notes })).toContain('items_too_many');
  });

  test('all items and no more are told nothing of', () => {
    expect(recognised(items('fss', 9)).notes).toEqual([]);
  });
});
