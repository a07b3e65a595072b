// SPDX-License-Identifier: MIT
/** What the tutorial and the questions tell a reader to type works, and gives the numbers that stand below it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

interface Block {
  language: string;
  content: string;
  line: number;
}

function blocksOf(document: string): Block[] {
  return new MarkdownIt()
    .parse(read(document), {})
    .filter(({ type }) => type === 'fence' || type === 'code_block')
    .map(({ info, content, map }) => ({ language: info, content, line: (map?.[0] ?? 0) + 1 }));
}

/** A command with the JSON that stands below it, as it is written there. */
interface Shown {
  line: number;
  command: string;
  answer: string | null;
}

function commandsOf(document: string): Shown[] {
  const blocks = blocksOf(document);
  return blocks.flatMap(({ language, content, line }, i) => {
    const next = blocks[i + 1];
    if (language !== 'sh') return [];
    return [{ line, command: content.trim(), answer: next?.language === 'json' ? next.content : null }];
  });
}

/** Numbers keep the decimals they are written with, so that a computed one can be rounded to them. */
const asWritten = (json: string): unknown =>
  JSON.parse(json.replace(/(?<=[:[,]\s*)-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?=\s*[,}\]])/gi, (number) => `"#${number}"`));

/** What of the answer is not as the document says, as paths; entries it does not show are not compared. */
function differences(shown: unknown, given: unknown, path = ''): string[] {
  if (typeof shown === 'string' && shown.startsWith('#')) {
    const written = shown.slice(1);
    const decimals = written.split('.')[1]?.length ?? 0;
    const is = typeof given === 'number' ? given.toFixed(decimals) : String(given);
    return is === written ? [] : [`${path} is ${is}, not ${written}`];
  }
  if (Array.isArray(shown)) {
    return shown.flatMap((entry, i) => differences(entry, (given as unknown[] | undefined)?.[i], `${path}[${i}]`));
  }
  if (typeof shown === 'object' && shown !== null) {
    return Object.entries(shown).flatMap(([key, entry]) =>
      differences(entry, (given as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
    );
  }
  return shown === given ? [] : [`${path} is ${String(given)}, not ${String(shown)}`];
}

test('a number that is not the one below a command is found', () => {
  const shown = asWritten('{ "a": [{ "b": -1.50, "c": "x" }], "d": 3 }');
  expect(differences(shown, { a: [{ b: -1.504, c: 'x', e: 1 }], d: 3 })).toEqual([]);
  expect(differences(shown, { a: [{ b: -1.506, c: 'y' }], d: 3.4 })).toEqual([
    '.a[0].b is -1.51, not -1.50',
    '.a[0].c is y, not x',
  ]);
  expect(differences(shown, {})).toHaveLength(3);
});

describe.each(['docs/tutorial.md', 'docs/faq.md', 'docs/command-line.md'])('%s', (document) => {
  const commands = commandsOf(document);

  test('has commands, each of one line', () => {
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.filter(({ command }) => !/^node dist\/cli\.js [^\n]+$/.test(command))).toEqual([]);
  });

  test('marks every block of code with what it is', () => {
    const known = ['sh', 'json', 'text'];
    expect(blocksOf(document).filter(({ language }) => !known.includes(language))).toEqual([]);
  });

  test.each(commands)('line $line does what it says', ({ command, answer }) => {
    const output = execFileSync('bash', ['-c', command], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (answer === null) return;
    expect(differences(asWritten(answer), JSON.parse(output))).toEqual([]);
  });
});

test('the outcome in the tutorial is one that a plan may have', () => {
  const own = blocksOf('docs/tutorial.md').filter(({ content }) => content.includes('"score": "fss.total"'));
  expect(own).toHaveLength(1);
  const plan = JSON.parse(read('examples/ketamine-pilot/plan.json')) as { outcomes: unknown[] };
  plan.outcomes = [JSON.parse(own[0]?.content ?? '')];
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(read('schema/plan.schema.json')) as object);
  expect(validate(plan) ? [] : validate.errors).toEqual([]);
});

test('the policies in docs/privacy.md are those of the built pages', () => {
  const policyOf = (page: string): string[] =>
    (/Content-Security-Policy" content="([^"]*)"/.exec(read(page))?.[1] ?? '')
      .replace(/'sha256-[^']*'/g, "'sha256-...'")
      .split('; ');
  const [onePage, published] = blocksOf('docs/privacy.md').map(({ content }) => content.trim().split('\n'));
  expect(onePage).toEqual(policyOf('dist/fatigue-calculator.html'));
  const more = policyOf('dist/site/index.html').filter((directive) => !onePage?.includes(directive));
  expect(published).toEqual(more);
});
