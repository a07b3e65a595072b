// SPDX-License-Identifier: MIT
/** Values of arm columns: which are one arm, which may be, which are none, and by what name the core knows them. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { armsPlan, doubtfulArms, mayBeSameArm, noArms, plainArm, withPlansArms } from '../../web/read/arms.js';
import { parsePlan, prepareTables, propose } from '../../web/read/index.js';
import { cells, codes, message, read, thrown } from './read-support.js';

const roster = (arms: readonly string[]) =>
  read('p.csv', ['id,arm', ...arms.map((arm, i) => `P${i + 1},"${arm}"`)].join('\n'));
const planOf = (arms: readonly string[]): Plan => propose([roster(arms)]).plan;

describe('two writings of one arm', () => {
  test.each([
    ['Placebo', 'placebo'],
    ['Drug 10mg', 'Drug 10 mg'],
    ['Drug-10 mg', 'Drug_10  mg'],
    ['high dose', 'High-Dose'],
    ['Ketamin (i.v.)', 'Ketamin iv'],
  ])('%s and %s are proposed as one, and told', (one, other) => {
    const { plan, notes } = propose([roster([one, other, one, 'Control', 'Control'])]);
    expect(plan.arms).toEqual({ order: ['Control', one], same: { [other]: one } });
    expect(message({ notes }, 'arms_same')).toContain('taken as one arm');
    expect(cells(prepareTables(plan, [roster([one, other])])[0]!, 'arm')).toEqual([one, one]);
  });

  test.each([
    ['Dose 1.5', 'Dose 15'],
    ['Dose 1 5', 'Dose 15'],
    ['Drug A', 'Drug B'],
    ['Drug', 'Drug+'],
    ['10 mg', '100 mg'],
    ['AB', 'BA'],
  ])('%s and %s stay two', (one, other) => {
    expect(planOf([one, other]).arms?.same).toBeUndefined();
    expect(plainArm(one)).not.toBe(plainArm(other));
  });

  test('the writing of most rows is the arm, and blanks around it are none', () => {
    expect(planOf(['placebo', 'Placebo', ' Placebo ', 'Drug']).arms).toEqual({
      order: ['Placebo', 'Drug'],
      same: { placebo: 'Placebo' },
    });
  });

  test('taken apart they are two again', () => {
    const plan: Plan = { ...planOf(['drug', 'Drug']), arms: { order: ['drug', 'Drug'] } };
    expect(cells(prepareTables(plan, [roster(['drug', 'Drug'])])[0]!, 'arm')).toEqual(['drug', 'Drug']);
  });
});

describe('a slip in the name of an arm', () => {
  test.each([
    ['Placebo', 'Placbo'],
    ['Placebo', 'Palcebo'],
    ['Midazolam', 'Midzolan'],
    ['Ketamine 10 mg', 'Ketamin 10 mg'],
  ])('%s and %s: told, and not taken as one', (one, other) => {
    const { plan, notes } = propose([roster([one, one, other])]);
    expect(plan.arms?.same).toBeUndefined();
    expect(plan.arms?.order).toHaveLength(2);
    expect(message({ notes }, 'arms_nearly_match')).toContain('under "Arms"');
  });

  test('is taken as the arm that has ten times its rows, and told', () => {
    const many = (n: number): string[] => [...Array<string>(n).fill('Placebo'), ...Array<string>(n).fill('Drug')];
    const { plan, notes } = propose([roster([...many(10), 'Placbo'])]);
    expect(plan.arms).toEqual({ order: ['Placebo', 'Drug'], same: { Placbo: 'Placebo' } });
    expect(message({ notes }, 'arms_same')).toContain('"Placebo" and "Placbo" are taken as one arm, "Placebo"');
    expect(propose([roster([...many(9), 'Placbo'])]).plan.arms?.same).toBeUndefined();
    const both = propose([roster([...many(20), 'Placbo', 'placbo'])]).plan.arms;
    expect(both).toEqual({ order: ['Placebo', 'Drug'], same: { Placbo: 'Placebo', placbo: 'Placebo' } });
  });

  test.each([
    ['Arm A', 'Arm B'],
    ['Group I', 'Group II'],
    ['Dose 1', 'Dose 2'],
    ['Ketamine 10 mg', 'Ketamine 20 mg'],
    ['treated', 'untreated'],
    ['active', 'inactive'],
    ['drug', 'drugs'],
    ['Placebo', 'Plazzbo1'],
    ['Placebo', 'Placxxxbo'],
  ])('%s and %s are no slip', (one, other) => {
    expect(mayBeSameArm(one, other)).toBe(false);
  });

  test('is asked about from the rarer to the other', () => {
    expect(doubtfulArms(['Drug', 'Placebo', 'Placbo'])).toEqual([['Placbo', 'Placebo']]);
  });
});

describe('words for no arm', () => {
  test.each([
    'not randomised',
    'Not randomized',
    'Screen failure',
    'SCRNFAIL',
    'withdrawn before randomisation',
    'nicht randomisiert',
  ])('%s is none', (word) => {
    const { plan, notes } = propose([roster(['Drug', 'Control', word])]);
    expect(plan.arms?.order).toEqual(['Control', 'Drug']);
    expect(message({ notes }, 'no_arm')).toContain(word);
  });

  test.each(['none', 'unknown', '-'])('%s is none beside two arms, and one of two', (word) => {
    expect(planOf(['Drug', 'Control', word]).arms?.order).toEqual(['Control', 'Drug']);
    expect(planOf(['Drug', word]).arms?.order).toContain(word);
  });

  test.each(['randomised', 'treated', 'no treatment', 'Screening intervention', 'withdrawal programme'])(
    '%s is an arm',
    (word) => {
      expect(noArms(['Drug', 'Control', word])).toEqual([]);
    },
  );

  test('taken into the analysis it is an arm', () => {
    const plan: Plan = { ...planOf(['Drug', 'Control', 'none']), arms: { order: ['Control', 'Drug', 'none'] } };
    expect(armsPlan(plan).arms).toEqual({ order: ['Control', 'Drug', 'none'] });
  });
});

describe('codes as arms', () => {
  test('have no names, which is said with the reference that was taken', () => {
    const { plan, notes } = propose([roster(['1', '2', '1'])]);
    expect(plan.arms?.order).toEqual(['1', '2']);
    expect(message({ notes }, 'reference_arm')).toBe(
      '1 is taken as the reference arm, since the arms have no names (1 and 2), and nothing tells which is the control; name them, or choose another',
    );
    expect(codes({ notes: propose([roster(['Drug', 'Placebo'])]).notes })).not.toContain('reference_arm');
  });

  test('go to the core, and come back, under the names they are given', () => {
    const file = roster(['1', '2', '3']);
    const plan: Plan = {
      ...propose([file]).plan,
      arms: {
        order: ['2', '1'],
        same: { '3': '1' },
        labels: { '1': 'Ketamine', '2': 'Placebo' },
        referenceChosen: true,
      },
    };
    expect(cells(prepareTables(plan, [file])[0]!, 'arm')).toEqual(['Ketamine', 'Placebo', 'Ketamine']);
    const core = armsPlan(plan);
    expect(core.arms).toEqual({ order: ['Placebo', 'Ketamine'] });
    expect(withPlansArms(core, plan)).toEqual(plan);
    expect(parsePlan(JSON.stringify(plan))).toEqual(plan);
  });

  test('guesses follow the names', () => {
    const file = read('p.csv', 'id,arm,guess\na,1,1\nb,2,2\nc,1,dunno\nd,2,drug\n');
    const plan: Plan = {
      ...propose([file]).plan,
      files: [
        {
          name: 'p.csv',
          role: 'participants',
          id: 'id',
          arm: 'arm',
          guess: 'guess',
          guesses: { dunno: null, drug: '1' },
        },
      ],
      arms: { order: ['1', '2'], labels: { '1': 'Ketamine' } },
    };
    expect(cells(prepareTables(plan, [file])[0]!, 'guess')).toEqual(['Ketamine', '2', 'dunno', 'drug']);
    const core = armsPlan(plan);
    expect(core.files[0]?.guesses).toEqual({ dunno: null, drug: 'Ketamine' });
    expect(withPlansArms(core, plan).files[0]?.guesses).toEqual({ dunno: null, drug: '1' });
  });
});

describe('two arms of one name', () => {
  const file = roster(['1', '2', '3']);

  test('are refused where one of them is analysed or not', () => {
    const plan: Plan = { ...propose([file]).plan, arms: { order: ['1', '2'], labels: { '1': '3' } } };
    const error = thrown(() => prepareTables(plan, [file]));
    expect(error.code).toBe('arm_names_clash');
    expect(error.message).toContain('"1" and "3" would both be called "3"');
  });

  test('are refused in a plan, as is what is taken as something that is taken as another', () => {
    const plan = (arms: unknown): string => JSON.stringify({ ...propose([file]).plan, arms });
    expect(() => parsePlan(plan({ order: ['1', '2'], labels: { '1': 'A', '2': 'A' } }))).toThrow('both be called "A"');
    expect(() => parsePlan(plan({ order: ['1', '2'], same: { '3': '4', '4': '1' } }))).toThrow(
      'taken as another itself',
    );
    expect(() => parsePlan(plan({ order: ['1', '2'], same: { '2': '1' } }))).toThrow('keep one of them');
    expect(() => parsePlan(plan({ order: ['1', '2'], same: { '3': '1' }, labels: { '1': 'A' } }))).not.toThrow();
  });
});

test.each([
  ['Intervention', 'Warteliste'],
  ['IG', 'KG'],
  ['Aktiv', 'Scheinbehandlung'],
  ['Exercice', "Liste d'attente"],
])('of %s and %s the second is the reference', (treatment, control) => {
  expect(propose([roster([treatment, control])]).plan.arms?.order).toEqual([control, treatment]);
});

test('a dose per kg is no control group', () => {
  expect(propose([roster(['0.5 mg/kg', 'midazolam'])]).plan.arms?.order[0]).toBe('midazolam');
});
