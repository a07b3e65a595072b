// SPDX-License-Identifier: MIT
/** The table of instruments in docs/instruments.md, from instruments/*.json. Run with `node scripts/instruments.mjs`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/instruments.md');
const [begin, end] = ['<!-- instruments: made by scripts/instruments.mjs -->', '<!-- end of instruments -->'];

const definitions = readdirSync(join(root, 'instruments'))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(root, 'instruments', file), 'utf8')));

const directions = { lower_is_better: 'low', higher_is_better: 'high', declared: 'declared' };

/** Lowest and highest score, as the core's RangeOf. */
function rangeOf({ items }, scale, scoring) {
  if (scale.table) return [scale.table[0].score, scale.table.at(-1).score];
  const { multiply = 1, add = 0 } = scale.transform ?? {};
  const counts = scoring.recode ?? [items.lowest, items.highest];
  const n = scoring.combine === 'sum' ? (scale.items?.length ?? items.count) : 1;
  return [Math.min(...counts), Math.max(...counts)].map((each) => multiply * n * each + add).sort((a, b) => a - b);
}

function answersOf({ items }) {
  const reversed = items.reversed?.length ? `, ${items.reversed.length} reversed` : '';
  return `${items.count} × ${items.lowest} to ${items.highest}${items.step === 0 ? ', any number' : ''}${reversed}`;
}

function scalesOf(definition) {
  const { scales, scorings } = definition;
  const rangeText = (scale, scoring) => rangeOf(definition, scale, scoring).join(' to ');
  return scales.map((scale) => {
    const ranges = scorings.map((scoring) =>
      scorings.length > 1 ? `${scoring.name} ${rangeText(scale, scoring)}` : rangeText(scale, scoring),
    );
    const opposite = scale.direction ? ` (${directions[scale.direction]} is good)` : '';
    return `\`${scale.name}\` ${scale.table ? ranges[0] : ranges.join(', ')}${opposite}`;
  });
}

function ruleOf({ missingItems }) {
  const rule = missingItems.default;
  const text = typeof rule === 'string' ? rule : `at least ${rule.atLeast}`;
  return missingItems.only ? `${text} only` : text;
}

function bandsOf({ bands = [], scorings, direction }) {
  return bands.map(({ scale, scoring, label, from, above }) => {
    const up = direction !== 'higher_is_better';
    const bound = from === undefined ? `${up ? '>' : '<'} ${above}` : `${up ? '≥' : '≤'} ${from}`;
    return `${scale}${scoring && scorings.length > 1 ? ` (${scoring})` : ''} ${bound} ${label}`;
  });
}

function changesOf({ changes = [] }) {
  return changes
    .filter(({ kind }) => kind === 'mcid')
    .map(({ scale, scoring, value, population }) => {
      return `${value} (${scale}${scoring ? `, ${scoring}` : ''}; ${population.split(/[,;:]/)[0]})`;
    });
}

const cell = (parts) => (parts.length > 0 ? parts.join('<br>') : '—').replaceAll('|', '\\|');

const row = (definition) =>
  `| ${[
    [`**${definition.name}**`, definition.title === definition.name ? '' : definition.title, definition.version].filter(
      Boolean,
    ),
    [answersOf(definition)],
    scalesOf(definition),
    [directions[definition.direction]],
    [ruleOf(definition)],
    bandsOf(definition),
    changesOf(definition),
    [definition.caution ?? ''].filter(Boolean),
  ]
    .map(cell)
    .join(' | ')} |`;

/** The page with its table made anew. */
export async function instrumentsPage() {
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`docs/instruments.md lacks "${begin}" or "${end}"`);
  const heads = ['Instrument', 'Items', 'Scales', 'Good is', 'Missing items', 'Bands', 'MCID', 'Mind'];
  const table = [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...definitions.map(row)].join('\n');
  const made = `${text.slice(0, before)}${begin}\n\n${table}\n\n${text.slice(after)}`;
  return format(made, { parser: 'markdown', printWidth: 120, singleQuote: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, await instrumentsPage());
