// SPDX-License-Identifier: MIT
/** A whole report as a LaTeX document. Figures are named, not drawn. */
import { textOf } from '../../text/segments.js';
import { tableLatex } from '../latex.js';
import { escapeLatex } from '../latex_escape.js';
import type { Block, ReportDocument } from './document.js';

export const reportLatex = ({ title, blocks }: ReportDocument): string =>
  [
    '\\documentclass{article}',
    '\\usepackage{booktabs,longtable}',
    `\\title{${escapeLatex(title)}}`,
    '\\date{}',
    '\\begin{document}',
    '\\maketitle',
    ...blocks.map((block) => `\n${blockLatex(block)}`),
    '\n\\end{document}\n',
  ].join('\n');

function blockLatex(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\\${block.level === 1 ? 'section' : 'subsection'}*{${escapeLatex(block.text)}}`;
    case 'paragraph':
      return escapeLatex(textOf(block.segments));
    case 'notice':
      return `\\begin{quote}\\bfseries ${escapeLatex(block.text)}\\end{quote}`;
    case 'small':
      return `{\\small ${escapeLatex(block.text)}\\par}`;
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
      return tableLatex(block.table, null).trimEnd();
  }
}

/** Lines as they are, each escaped: `verbatim` could be ended by what stands in it. */
const codeLatex = (text: string): string =>
  [
    '\\begingroup\\ttfamily\\footnotesize\\raggedright',
    ...text.split('\n').map((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      return `\\noindent\\hspace*{${indent.length / 2}em}${escapeLatex(line)}\\par`;
    }),
    '\\endgroup',
  ].join('\n');
