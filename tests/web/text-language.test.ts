// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { tableCsv } from '../../web/export/table_csv.js';
import { builtInInstruments } from '../../web/read/instruments.js';
import { limitsSentence } from '../../web/read/limits.js';
import { languages, preferredLanguage, setLanguage } from '../../web/text/language.js';
import {
  asWritten,
  formatConfidence,
  formatDf,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPStatement,
  NumberFormat,
} from '../../web/text/number.js';
import { numberStyles } from '../../web/text/number_style.js';
import { english, strings } from '../../web/text/strings.js';
import { translated } from '../../web/text/translated.js';
import { german } from '../../web/text/words/de/strings.js';

afterEach(() => setLanguage('en'));

type Visit = (own: unknown, other: unknown, path: string) => void;

/** Every word of both, side by side; `other` is undefined where German has none. */
function together(visit: Visit): void {
  sideBySide(visit, english, german, 'strings');
}

function sideBySide(visit: Visit, own: unknown, other: unknown, path: string): void {
  visit(own, other, path);
  if (typeof own !== 'object' || own === null) return;
  const theirs = (typeof other === 'object' && other !== null ? other : {}) as Record<string, unknown>;
  for (const [key, value] of Object.entries(own)) sideBySide(visit, value, theirs[key], `${path}.${key}`);
}

const placeholders = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('the words of the languages', () => {
  test('a German sentence has the placeholders of the English one, and each word its kind', () => {
    const faults: string[] = [];
    together((own, other, path) => {
      if (path.startsWith('strings.messages') || path === 'strings.numbers.locale') return;
      if (typeof own !== typeof other || Array.isArray(own) !== Array.isArray(other))
        faults.push(`${path}: other kind`);
      if (typeof own !== 'string' || typeof other !== 'string') return;
      if (other.trim() === '' && own.trim() !== '') faults.push(`${path}: empty`);
      // "of {label}" may stand in other places, but as often.
      if (placeholders(own).join() !== placeholders(other).join()) faults.push(`${path}: ${other}`);
    });
    expect(faults).toEqual([]);
  });

  test('no value given to a sentence is lost in German, and none stands there twice that English has once', () => {
    const faults: string[] = [];
    let sentences = 0;
    together((own, other, path) => {
      if (typeof own !== 'function' || typeof other !== 'function' || path.includes('.timed')) return;
      const [said, theirs] = [own, other].map((write) => saidWithMarks(write as (...given: unknown[]) => unknown));
      if (said === undefined || theirs === undefined || said === null || theirs === null) return;
      sentences += 1;
      if (said.join() !== theirs.join()) faults.push(`${path}: ${said.join(' ')} / ${theirs.join(' ')}`);
    });
    expect(sentences).toBeGreaterThan(150);
    expect(faults).toEqual([]);
  });

  test('one thing is counted in the singular, several in the plural', () => {
    const { bar, methods, results } = german;
    expect([bar.files(1), bar.files(2)]).toEqual(['1 Datei', '2 Dateien']);
    expect([bar.rows(1), bar.rows(3)]).toEqual(['1 Zeile', '3 Zeilen']);
    expect([bar.problems(1), bar.problems(2)]).toEqual(['1 Problem: siehe unten.', '2 Probleme: siehe unten.']);
    expect(methods.counts(1, 1)).toBe('1 Beobachtung von 1 Person.');
    expect(methods.counts(137, 18)).toBe('137 Beobachtungen von 18 Teilnehmenden.');
    expect([results.steps(1), results.steps(2)]).toEqual(['1 Schritt', '2 Schritte']);
  });

  test('what a module keeps of the words speaks the language chosen, and English again after', () => {
    const { results } = strings;
    const { fields } = strings.history;
    expect(results.title).toBe('Results');
    setLanguage('de');
    expect(results.title).toBe('Ergebnisse');
    expect(fields['covariance']).toBe('Korrelation zwischen Visiten');
    expect(strings.policy.verify).toEqual(german.policy.verify);
    setLanguage('en');
    expect(strings).toEqual(english);
  });

  test('a page is in the first language of the browser if it has it, otherwise in English', () => {
    expect(preferredLanguage(['de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['en-GB', 'de'])).toBe('en');
    expect(preferredLanguage(['fr', 'de'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
    expect(languages.map(({ name }) => name)).toEqual(['English', 'Deutsch']);
  });
});

/** What a sentence holds of what it is given, in order of the alphabet; null where it takes other than texts and numbers. */
function saidWithMarks(write: (...given: unknown[]) => unknown): string[] | null {
  const marks = Array.from({ length: write.length }, (_, i) => `\u00a7${String.fromCharCode(65 + i)}`);
  try {
    const said = write(...marks);
    return typeof said === 'string' ? [...said.matchAll(/\u00a7[A-Z]/g)].map(([mark]) => mark).sort() : null;
  } catch {
    return null;
  }
}

describe('numbers in German', () => {
  test('have a decimal comma, points between thousands, a true minus sign and "bis"', () => {
    setLanguage('de');
    expect(formatNumber(-1234.5, 1)).toBe('\u22121.234,5');
    expect(formatInterval(-10.44, 0.1, 1)).toBe('\u221210,4 bis 0,1');
    expect(formatPStatement(0.0319)).toBe('p\u00a0=\u00a00,032');
    expect(formatPStatement(0.0001)).toBe('p\u00a0<\u00a00,001');
    expect(formatPercent(66.7)).toBe('67\u00a0%');
    expect(formatDf(15.94)).toBe('15,9');
    expect(formatConfidence(0.975)).toBe('97,5\u00a0%');
    expect(strings.tables.ci(formatConfidence(0.95))).toBe('95-%-KI');
    expect(asWritten(-0.1234567)).toBe('\u22120,1234567');
  });

  test('are kept apart by semicolons in a saved table, and run nothing', () => {
    const table = {
      caption: 'Made',
      simulated: false,
      columns: [{ label: 'Arm' }, { label: 'Differenz', numeric: true }],
      groups: [{ rows: [{ header: { text: 'a' }, cells: [{ text: '\u221210,4 bis \u22120,1' }] }] }],
      notes: [],
    };
    expect(tableCsv(table, null, { notes: false })).toContain('a,"-10,4 bis -0,1"\r\n');
    setLanguage('de');
    expect(tableCsv(table, null, { notes: false })).toContain('a;-10,4 bis -0,1\r\n');
  });

  test('are a journal\u2019s where the plan asks for its style, and English where the page is', () => {
    setLanguage('de');
    const jama = new NumberFormat(numberStyles.jama);
    expect(jama.pStatement(0.0319)).toBe('P = .03');
    expect(jama.number(1234.5, 1)).toBe('1,234.5');
    expect(new NumberFormat(numberStyles.default, 'fr').number(0.5, 1)).toBe('0,5');
    setLanguage('en');
    expect(formatNumber(-1234.5, 1)).toBe('\u22121234.5');
    expect(formatPStatement(0.0319)).toBe('p=0.032');
    expect(formatPercent(66.7)).toBe('67%');
  });
});

describe('what the core and the readers say', () => {
  test('is put in German by pattern, with what stands in it, one or several, and sentences within sentences', () => {
    setLanguage('de');
    expect(translated('no record at the visit')).toBe('kein Eintrag zur Visite');
    expect(translated('10 covariance parameters; BIC with log of 18 subjects')).toBe(
      '10 Kovarianzparameter; BIC mit dem Logarithmus von 18 Personen',
    );
    expect(translated('a.csv: 1 row repeats what another row says and is used once')).toBe(
      'a.csv: 1 Zeile wiederholt, was eine andere sagt, und wird einmal verwendet',
    );
    expect(translated('a.csv: 2 rows repeat what another row says and are used once')).toBe(
      'a.csv: 2 Zeilen wiederholen, was eine andere sagt, und werden einmal verwendet',
    );
    expect(
      translated(
        'the model did not converge: no maximum of the likelihood was found (8 start values and 400 iterations were tried)',
      ),
    ).toBe(
      'Das Modell ist nicht konvergiert: kein Maximum der Likelihood wurde gefunden (8 Startwerte und 400 Iterationen wurden versucht)',
    );
    expect(translated('roster.csv: rows 3, 9 without a participant in column id; not used')).toBe(
      'roster.csv: Zeilen 3, 9 ohne Kennung in Spalte id; nicht verwendet',
    );
    expect(translated('q.csv, row 12, column mfis3: 7 is outside the answers MFIS allows, whole numbers 0 to 4')).toBe(
      'q.csv, Zeile 12, Spalte mfis3: 7 liegt außerhalb der Antworten, die MFIS zulässt: ganze Zahlen von 0 bis 4',
    );
    expect(translated('q.csv: a and b not used, since FSS is scored from its items')).toBe(
      'q.csv: a und b nicht verwendet, denn FSS wird aus seinen Items berechnet',
    );
    expect(translated(limitsSentence())).toContain('bis zu 500 MB, 5.000.000 Zeilen');
  });

  test('stays as it is where the language does not know it, and always in English', () => {
    setLanguage('de');
    expect(translated('something new was found')).toBe('something new was found');
    setLanguage('en');
    expect(translated('no record at the visit')).toBe('no record at the visit');
  });

  test('is known of every built-in questionnaire', () => {
    setLanguage('de');
    const said = builtInInstruments.flatMap(({ licence, caution, missingItems, bands = [], changes = [] }) => [
      licence,
      missingItems.source,
      ...(caution === undefined ? [] : [caution]),
      ...bands.map(({ label }) => label),
      ...changes.map(({ population }) => population),
    ]);
    expect(said.filter((each) => translated(each) === each)).toEqual([]);
  });

  test('the placeholders of a translation are those of the sentence, and its choices are as many', () => {
    const choices = (sentence: string): number[] =>
      [...sentence.matchAll(/\[([^\]|]*(?:\|[^\]|]*)+)\]/g)].map(([, list = '']) => list.split('|').length);
    const faults = Object.entries(german.messages).flatMap(([sentence, said]) => {
      const lost = placeholders(said).filter((name) => !placeholders(sentence).includes(name));
      const isUneven = choices(said).some((n, i) => n !== (choices(sentence)[i] ?? choices(sentence).at(-1)));
      return lost.length > 0 || isUneven ? [said] : [];
    });
    expect(faults).toEqual([]);
  });
});

/** Files of the page other than the words. */
const modules = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('words') && !/^(?:cli|read|docs|engine)\b/.test(name))
  .map((name) => join('web', name));

describe('a word kept at the top of a module', () => {
  test('would stay in its language: modules keep parts of strings, and read words when they need them', () => {
    const kept = modules.flatMap((name) => wordsKept(name, readFileSync(name, 'utf8')));
    expect(kept).toEqual([]);
    const planted =
      "import { strings } from './strings.js';\nconst text = strings.results;\nconst all = { a: text.title };";
    expect(wordsKept('planted.ts', planted)).toEqual(['planted.ts:3 text.title']);
  });
});

/** Uses of strings outside functions that are not the keeping of an object of words. */
function wordsKept(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const parts = new Map<string, unknown>([['strings', english]]);
  const found: string[] = [];
  const valueOf = (node: ts.Expression): unknown => {
    if (ts.isIdentifier(node)) return parts.get(node.text);
    if (!ts.isPropertyAccessExpression(node)) return undefined;
    const own = valueOf(node.expression);
    return typeof own === 'object' && own !== null ? (own as Record<string, unknown>)[node.name.text] : undefined;
  };
  const isWord = (value: unknown): boolean =>
    value !== undefined && (typeof value !== 'object' || Array.isArray(value));
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !ts.isConstructorDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const value = valueOf(node.initializer);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        if (ts.isIdentifier(node.name)) parts.set(node.name.text, value);
        else if (ts.isObjectBindingPattern(node.name))
          for (const { name: own, propertyName } of node.name.elements) {
            if (!ts.isIdentifier(own)) continue;
            const key = propertyName && ts.isIdentifier(propertyName) ? propertyName.text : own.text;
            const part = (value as Record<string, unknown>)[key];
            if (isWord(part)) found.push(`${name}:${lineOf(file, node)} ${own.text}`);
            else parts.set(own.text, part);
          }
        return;
      }
    }
    if (ts.isPropertyAccessExpression(node) && isWord(valueOf(node))) {
      found.push(`${name}:${lineOf(file, node)} ${node.getText()}`);
      return;
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
