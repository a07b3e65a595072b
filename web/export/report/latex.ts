// SPDX-License-Identifier: MIT
/** A whole report as a LaTeX document. Figures are named, not drawn. */
import { textOf } from '../../text/segments.js';
import { landscape, latexPackages, uprightLatex } from '../latex.js';
import { escapeLatex } from '../latex_escape.js';
import type { Block, ReportDocument } from './document.js';

export const reportLatex = ({ title, blocks }: ReportDocument): string =>
  [
    '\\documentclass{article}',
    '\\usepackage[a4paper,margin=2cm]{geometry}',
    `\\usepackage{${latexPackages},float}`,
    // Tables stand where they are told of.
    '\\floatplacement{table}{H}',
    `\\title{${escapeLatex(title)}}`,
    '\\author{}\\date{}',
    '\\begin{document}',
    '\\maketitle',
    ...bodyLatex(blocks),
    '\n\\end{document}\n',
  ].join('\n');

/** Blocks that lie on their side do so together. */
function bodyLatex(blocks: readonly Block[]): string[] {
  const turnings = blocks.map((_, i) => isTurned(blocks, i));
  return blocks.flatMap((block, i) => [
    ...(turnings[i] && !turnings[i - 1] ? [`\n${landscape.begin}`] : []),
    `\n${blockLatex(block)}`,
    ...(turnings[i] && !turnings[i + 1] ? [`\n${landscape.end}`] : []),
  ]);
}

/** A heading goes with what follows it. */
function isTurned(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.kind === 'heading') return isTurned(blocks, at + 1);
  return block?.kind === 'table' && uprightLatex(block.table).isTurned;
}

function blockLatex(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\\${block.level === 1 ? 'section' : 'subsection'}*{${escapeLatex(block.text)}}`;
    case 'paragraph':
      return escapeLatex(textOf(block.segments));
    case 'notice':
      return `\\begin{quote}\\bfseries ${escapeLatex(block.text)}\\end{quote}`;
    case 'small':
      return `{\\small\\raggedright ${escapeLatex(block.text)}\\par}`;
    case 'references':
      return [
        '\\begin{enumerate}',
        ...block.texts.map((text) => `  \\item ${escapeLatex(text)}`),
        '\\end{enumerate}',
      ].join('\n');
    case 'code':
      return codeLatex(block.text);
    case 'figure':
      return `{\\itshape ${escapeLatex(block.caption)}\\par}`;
    case 'table':
      return uprightLatex(block.table).lines.join('\n');
  }
}

/** Lines as they are, each escaped: `verbatim` could be ended by what stands in it. */
const codeLatex = (text: string): string =>
  [
    '\\begingroup\\ttfamily\\footnotesize\\raggedright',
    ...text.split('\n').map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      return `\\noindent\\hspace*{${indent.length / 2}em}${escapeLatex(line, signsOfCode)}\\par`;
    }),
    '\\endgroup',
  ].join('\n');

/** The plan is to be copied: pdfLaTeX would make raised commas of quotation marks, and mere rules of underscores. */
const signsOfCode = { '"': '{\\char34}', _: '{\\char95}' };
