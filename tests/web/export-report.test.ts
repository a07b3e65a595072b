// SPDX-License-Identifier: MIT
/** The whole report as HTML and as a Word document, opened again and compared with what it was made of. */
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { reportDocx } from '../../web/export/docx/report.js';
import { orientationOf } from '../../web/export/docx/table.js';
import { provenanceLines, provenanceOf } from '../../web/export/provenance.js';
import { withResolution, withText } from '../../web/export/png.js';
import { reportDocument, type Block } from '../../web/export/report/document.js';
import { reportHtml } from '../../web/export/report/html.js';
import { reportLatex } from '../../web/export/report/latex.js';
import type { FigureSpec } from '../../web/figures/spec.js';
import type { Report } from '../../web/contract/report.js';
import { textOf as segmentsText } from '../../web/text/segments.js';
import { allNotes } from '../../web/text/tables/spec.js';
import { fullReport } from './full-report.js';
import { all, elementsOf, parseXml, textOf, type Element } from './xml-tree.js';

const nasty = 'a <b> & "c" \u0001 \u2212 \u00e9\u0142 ]]> \u4e2d';
const stampOf = (report: Report) => provenanceOf(report, '2026-11-26');
const documentOf = (report: Report, figures = true) => reportDocument(report, stampOf(report), { figures });

/** A PNG of one pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const draw = () => Promise.resolve({ bytes: pixel, width: 680, height: 400 });

/** Every text a block has for the reader. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [segmentsText(block.segments)];
    case 'references':
      return [...block.texts];
    case 'figure':
      return [block.caption, ...(block.figure.note === undefined ? [] : [block.figure.note])];
    case 'table': {
      const { columns, groups } = block.table;
      const rows = groups.flatMap(({ rows: own }) => own.flatMap(({ header, cells }) => [header, ...cells]));
      const cells = rows.flatMap(({ text, detail }) => [text, ...(detail === undefined ? [] : [detail])]);
      const heads = columns.flatMap(({ label, detail, group }) => [label, detail ?? '', group ?? '']);
      return [
        block.caption,
        ...heads,
        ...cells,
        ...groups.map(({ heading = '' }) => heading),
        ...allNotes(block.table),
      ];
    }
    case 'heading':
    case 'notice':
    case 'small':
    case 'code':
      return [block.text];
  }
}

describe('the report as a document', () => {
  test('numbers tables and figures, and has what the report has', () => {
    const { blocks } = documentOf(fullReport());
    const captions = (kind: 'table' | 'figure') => blocks.flatMap((b) => (b.kind === kind ? [b.caption] : []));
    captions('table').forEach((caption, i) =>
      expect(caption).toMatch(new RegExp(`^Table ${i + 1}\\. .*simulated data`)),
    );
    captions('figure').forEach((caption, i) => expect(caption).toMatch(new RegExp(`^Figure ${i + 1}\\. `)));
    expect(captions('table').length).toBeGreaterThan(12);
    const headings = blocks.flatMap((b) => (b.kind === 'heading' ? [b.text] : []));
    for (const text of ['Methods', 'Results', 'Effects', 'Side effects', 'References', 'Plan of the analysis']) {
      expect(headings).toContain(text);
    }
  });

  test('says it where an outcome failed, and where there are no figures', () => {
    const report = fullReport();
    const error = { code: 'no_rows', message: 'no record has a score', detail: {} };
    Object.assign(report.outcomes[0]!, { status: 'failed', error, effects: [], model: null });
    const { blocks } = documentOf(report, false);
    const texts = blocks.flatMap(textsOf).join('\n');
    expect(texts).toContain('no record has a score');
    expect(texts).toContain('This report has no figures');
    expect(blocks.some(({ kind }) => kind === 'figure')).toBe(false);
  });

  test('calls nothing a trend', () => {
    expect(documentOf(fullReport()).blocks.flatMap(textsOf).join('\n')).not.toMatch(/trend/i);
  });
});

describe('HTML', () => {
  const svg = (figure: FigureSpec) => `<svg role="img" data-id="${figure.id}"></svg>`;

  test('holds every text, figure and stamp, without scripts or addresses', () => {
    const report = fullReport();
    const document = documentOf(report);
    const html = reportHtml(document, svg);
    const parsed = new DOMText(html);
    for (const text of document.blocks.flatMap(textsOf)) expect(parsed.text).toContain(text.replace(/\s+/g, ' '));
    for (const line of provenanceLines(stampOf(report))) expect(parsed.text).toContain(line);
    for (const block of document.blocks)
      if (block.kind === 'figure') expect(html).toContain(`data-id="${block.figure.id}"`);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(html).not.toMatch(/<script|\son\w+=|(?:src|href)="(?!#)/i);
  });

  test('labels the cells of the tables of results, which stack on a phone, and lets figures be scrolled', () => {
    const html = reportHtml(documentOf(fullReport()), svg);
    const [headline = ''] = /<div class="table stacks".*?<\/table>/s.exec(html) ?? [];
    expect(headline).toMatch(/<td role="cell" class="numeric" data-label="Difference">/);
    expect(headline).toContain('data-label="95% CI"');
    expect(html.split('class="table stacks"')).toHaveLength(3);
    expect(html).toContain('<div class="drawing" role="region" tabindex="0"');
    expect(reportHtml(documentOf(fullReport()), () => '')).not.toContain('class="drawing"');
  });

  test('lets the keyboard scroll each table, by its name', () => {
    const html = reportHtml(documentOf(fullReport()), svg);
    const places = [...html.matchAll(/<div class="table(?: stacks)?"([^>]*)><table[^>]*><caption>([^<]*)</g)];
    expect(places).toHaveLength(html.split('<table').length - 1);
    for (const [, attributes, caption] of places) {
      expect(attributes).toBe(` role="region" tabindex="0" aria-label="${caption}"`);
    }
  });

  test('ties each number of a paragraph to its place, and each citation to its reference', () => {
    const html = reportHtml(documentOf(fullReport()), svg);
    expect(html).toContain('<span data-value="/outcomes/');
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(5);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  test('takes no word for markup', () => {
    const report = fullReport();
    report.plan.title = '</title><script>x()</script>';
    report.outcomes[0]!.label = '<img src=x onerror=y()>';
    const html = reportHtml(documentOf(report), svg);
    expect(html).not.toMatch(/<script|<img/);
  });
});

/** Text of an HTML page as read: markup gone, entities decoded. */
class DOMText {
  readonly text: string;
  constructor(html: string) {
    this.text = html
      .replace(/<(style|title)>[\s\S]*?<\/\1>/g, '')
      .replace(/<meta name="provenance" content="([^"]*)">/g, '$1 ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ');
  }
}

/** Orders the schema asks for (ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28, 17.4.59, 17.4.69, 17.6.17). */
const orders: Record<string, string[]> = {
  'w:pPr': ['pStyle', 'keepNext', 'keepLines', 'pBdr', 'spacing', 'ind', 'jc', 'outlineLvl', 'sectPr'],
  'w:rPr': ['rFonts', 'b', 'bCs', 'i', 'iCs', 'color', 'sz', 'szCs', 'lang'],
  'w:tblPr': ['tblStyle', 'tblW', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar', 'tblLook', 'tblCaption'],
  'w:tcPr': ['tcW', 'gridSpan', 'tcBorders', 'vAlign'],
  'w:sectPr': ['footerReference', 'type', 'pgSz', 'pgMar', 'cols'],
  'w:style': ['name', 'basedOn', 'next', 'qFormat', 'pPr', 'rPr', 'tblPr'],
};

function everyElement(root: Element): Element[] {
  return [root, ...elementsOf(root).flatMap(everyElement)];
}

describe('LaTeX', () => {
  const latex = reportLatex(documentOf(fullReport(), false));

  test('loads every package that a table of it needs', () => {
    const [preamble = '', body = ''] = latex.split('\\begin{document}');
    const loaded = [...preamble.matchAll(/\\usepackage(?:\[.*?\])?\{(.*?)\}/g)].flatMap(([, names = '']) =>
      names.split(','),
    );
    const needed = {
      longtable: 'longtable}',
      landscape: 'landscape}',
      resizebox: '\\resizebox',
      booktabs: '\\toprule',
    };
    for (const sign of Object.values(needed)) expect(body).toContain(sign);
    expect(loaded).toEqual(expect.arrayContaining(['booktabs', 'graphicx', 'longtable', 'pdflscape', 'geometry']));
  });

  test('wide tables lie on their side together, with the heading over them', () => {
    const turns = latex.match(/\\(?:begin|end)\{landscape\}/g) ?? [];
    expect(turns.length).toBeGreaterThan(1);
    turns.forEach((turn, i) => expect(turn).toBe(i % 2 === 0 ? '\\begin{landscape}' : '\\end{landscape}'));
    expect(latex).not.toMatch(/\\end\{landscape\}\s*\\begin\{landscape\}/);
    expect(latex).not.toMatch(/section\*\{.*\}\s*\\begin\{landscape\}/);
  });

  test('the plan has quotation marks that can be copied', () => {
    expect(latex).toContain('{\\char34}schemaVersion{\\char34}: 1');
  });
});

describe('a Word document', () => {
  const partsOf = async (report: Report, figures = true) => {
    const bytes = await reportDocx(documentOf(report, figures), figures ? { draw } : {});
    const files = unzipSync(bytes);
    const xml = (name: string) => parseXml(new TextDecoder().decode(files[name]));
    return { bytes, files, xml };
  };

  test('holds every text of the report, in order', async () => {
    const report = fullReport();
    report.outcomes[0]!.label = nasty;
    const { xml } = await partsOf(report);
    const read = all(xml('word/document.xml'), 'w:t').map(textOf).join('').replace(/\s+/g, '');
    for (const text of documentOf(report).blocks.flatMap(textsOf)) {
      expect(read).toContain(text.replaceAll('\u0001', '\ufffd').replace(/\s+/g, ''));
    }
  });

  test('has every part its relations and content types name, and the other way round', async () => {
    const { files, xml } = await partsOf(fullReport());
    const types = xml('[Content_Types].xml');
    const named = all(types, 'Override').map(({ attributes }) => attributes['PartName']!.slice(1));
    for (const name of named) expect(Object.keys(files)).toContain(name);
    const known = new Set(all(types, 'Default').map(({ attributes }) => attributes['Extension']));
    for (const name of Object.keys(files)) {
      expect(named.includes(name) || known.has(name.split('.').at(-1))).toBe(true);
      if (/\.(xml|rels)$/.test(name)) xml(name);
    }
    const relations = all(xml('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => attributes);
    for (const { Target } of relations) expect(Object.keys(files)).toContain(`word/${Target}`);
    const ids = new Set(relations.map(({ Id }) => Id));
    const used = everyElement(xml('word/document.xml')).flatMap(({ attributes }) =>
      [attributes['r:embed'], attributes['r:id']].filter((id) => id !== undefined),
    );
    expect(used.length).toBeGreaterThan(3);
    for (const id of used) expect(ids).toContain(id);
    const styles = new Set(all(xml('word/styles.xml'), 'w:style').map(({ attributes }) => attributes['w:styleId']));
    for (const kind of ['w:pStyle', 'w:tblStyle']) {
      for (const { attributes } of all(xml('word/document.xml'), kind)) expect(styles).toContain(attributes['w:val']);
    }
  });

  test('keeps the order of elements that the schema asks for', async () => {
    const { xml } = await partsOf(fullReport());
    for (const part of ['word/document.xml', 'word/styles.xml', 'word/footer.xml']) {
      for (const element of everyElement(xml(part))) {
        const order = orders[element.name];
        if (!order) continue;
        const places = elementsOf(element).map(({ name }) => order.indexOf(name.replace('w:', '')));
        expect(places, `${part} ${element.name}`).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }
  });

  test('tables repeat their heads, fill their grids, and wide ones lie on their side', async () => {
    const report = fullReport();
    const { xml } = await partsOf(report);
    const body = elementsOf(elementsOf(xml('word/document.xml'))[0]!);
    const specs = documentOf(report).blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    const found = body.filter(({ name }) => name === 'w:tbl');
    expect(found).toHaveLength(specs.length);
    // The section a table is in ends with the first section properties after it.
    const orientations = found.map((table) => {
      const after = body.slice(body.indexOf(table));
      const size = after.flatMap((each) => [...(each.name === 'w:sectPr' ? [each] : []), ...all(each, 'w:sectPr')])[0]!;
      return all(size, 'w:pgSz')[0]!.attributes['w:orient'] ?? 'portrait';
    });
    expect(orientations).toEqual(specs.map((table) => orientationOf(table, 'a4')));
    expect(new Set(orientations).size).toBe(2);
    for (const table of found) {
      const columns = all(table, 'w:gridCol').length;
      for (const row of all(table, 'w:tr')) {
        const spans = all(row, 'w:tc').map((cell) => Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1));
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
      expect(all(all(table, 'w:tr')[0]!, 'w:tblHeader')).toHaveLength(1);
    }
  });

  test('every figure is embedded with its alternative text', async () => {
    const report = fullReport();
    const { files, xml } = await partsOf(report);
    const figures = documentOf(report).blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
    const placed = all(xml('word/document.xml'), 'wp:docPr');
    expect(placed.map(({ attributes }) => attributes['descr'])).toEqual(figures.map(({ description }) => description));
    expect(new Set(placed.map(({ attributes }) => attributes['id'])).size).toBe(figures.length);
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(figures.length);
    expect(files['word/media/image1.png']).toEqual(pixel);
  });

  test('says where it comes from in its footer and its properties', async () => {
    const report = fullReport();
    const { xml } = await partsOf(report, false);
    const stamp = stampOf(report);
    const footer = all(xml('word/footer.xml'), 'w:t').map(textOf).join('');
    expect(footer).toContain(`${report.software.name} ${report.software.version}, 2026-11-26`);
    expect(footer).toContain(stamp.planSha256.slice(0, 12));
    for (const { name, sha256 } of stamp.inputs) expect(footer).toContain(`${name} ${sha256.slice(0, 12)}`);
    const custom = all(xml('docProps/custom.xml'), 'vt:lpwstr').map(textOf);
    expect(custom).toEqual(expect.arrayContaining([stamp.planSha256, ...stamp.inputs.map(({ sha256 }) => sha256)]));
    const core = xml('docProps/core.xml');
    expect(all(core, 'dc:title').map(textOf)).toEqual([report.plan.title]);
    expect(all(core, 'dcterms:created').map(textOf)).toEqual(['2026-11-26T00:00:00Z']);
  });

  test('is the same bytes for the same report and date', async () => {
    expect((await partsOf(fullReport(), false)).bytes).toEqual((await partsOf(fullReport(), false)).bytes);
  });

  test('paper may be US Letter', async () => {
    const files = unzipSync(await reportDocx(documentOf(fullReport(), false), { paper: 'letter' }));
    const size = all(parseXml(new TextDecoder().decode(files['word/document.xml'])), 'w:pgSz').at(-1)!;
    expect(size.attributes).toMatchObject({ 'w:w': '12240', 'w:h': '15840' });
  });
});

describe('a PNG', () => {
  /** Type and data of each chunk. */
  function chunksOf(png: Uint8Array): [string, Uint8Array][] {
    const view = new DataView(png.buffer, png.byteOffset);
    const chunks: [string, Uint8Array][] = [];
    for (let at = 8; at < png.length;) {
      const length = view.getUint32(at);
      chunks.push([new TextDecoder().decode(png.subarray(at + 4, at + 8)), png.subarray(at + 8, at + 8 + length)]);
      at += 12 + length;
    }
    return chunks;
  }

  test('says its resolution and its stamp, whatever the letters', () => {
    const png = withText(withResolution(pixel, 300), [
      ['Comment', 'plan 12\u00e9'],
      ['Title', '\u2212 \u4e2d'],
    ]);
    const chunks = chunksOf(png);
    expect(chunks.map(([type]) => type)).toEqual(['IHDR', 'tEXt', 'iTXt', 'pHYs', 'IDAT', 'IEND']);
    expect(new TextDecoder('latin1').decode(chunks[1]![1])).toBe('Comment\0plan 12\u00e9');
    expect(new TextDecoder().decode(chunks[2]![1])).toBe('Title\0\0\0\0\0\u2212 \u4e2d');
    expect(new DataView(chunks[3]![1].slice().buffer).getUint32(0)).toBe(11811);
    // The checksum that other programs write for this chunk.
    expect(Buffer.from(png).toString('hex')).toContain('7048597300002e2300002e230178a53f76');
  });
});
