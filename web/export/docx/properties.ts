// SPDX-License-Identifier: MIT
/** The parts of a Word document around its text: what it is, where it comes from, how its parts hang together. */
import { strings } from '../../text/strings.js';
import { escapeXml } from '../html_escape.js';
import type { Provenance } from '../provenance.js';
import { wordNamespace } from './styles.js';
import { declaration, field, paragraph, run } from './xml.js';

const words = strings.exports;
const openxml = 'http://schemas.openxmlformats.org';
const relations = `${openxml}/officeDocument/2006/relationships`;
const packageRelations = `${openxml}/package/2006/relationships`;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const documentNamespaces =
  `xmlns:w="${wordNamespace}" xmlns:r="${relations}" ` + `xmlns:wp="${openxml}/drawingml/2006/wordprocessingDrawing"`;

export const contentTypesPart =
  `${declaration}<Types xmlns="${openxml}/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
  [
    ['/word/document.xml', `${wordType}.document.main+xml`],
    ['/word/styles.xml', `${wordType}.styles+xml`],
    ['/word/settings.xml', `${wordType}.settings+xml`],
    ['/word/footer.xml', `${wordType}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  ]
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

const relationsXml = (entries: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packageRelations}">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const packageRelationsPart = relationsXml([
  ['document', `${relations}/officeDocument`, 'word/document.xml'],
  ['core', `${packageRelations}/metadata/core-properties`, 'docProps/core.xml'],
  ['app', `${relations}/extended-properties`, 'docProps/app.xml'],
  ['custom', `${relations}/custom-properties`, 'docProps/custom.xml'],
]);

export const documentRelationsPart = (pictures: number): string =>
  relationsXml([
    ['styles', `${relations}/styles`, 'styles.xml'],
    ['settings', `${relations}/settings`, 'settings.xml'],
    ['footer', `${relations}/footer`, 'footer.xml'],
    ...Array.from(
      { length: pictures },
      (_, i) => [`image${i + 1}`, `${relations}/image`, `media/image${i + 1}.png`] as const,
    ),
  ]);

/** Mode 15 is that of Word 2013 and newer: without it the document opens as one of Word 2007. */
export const settingsPart =
  `${declaration}<w:settings xmlns:w="${wordNamespace}"><w:zoom w:percent="100"/><w:compat>` +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat></w:settings>';

export function corePart(title: string, { software, date }: Provenance): string {
  const maker = escapeXml(`${software.name} ${software.version}`);
  const when = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packageRelations.replace('relationships', 'metadata/core-properties')}" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${maker}</dc:creator>${when('created')}${when('modified')}` +
    '</cp:coreProperties>'
  );
}

export const appPart = ({ software }: Provenance): string =>
  `${declaration}<Properties xmlns="${openxml}/officeDocument/2006/extended-properties">` +
  `<Application>${escapeXml(software.name)}</Application></Properties>`;

/** The stamp as properties that other programs can ask for. */
export function customPart({ software, date, planSha256, inputs }: Provenance): string {
  const entries = [
    ['Software', `${software.name} ${software.version}`],
    ['Report date', date],
    ['Plan SHA-256', planSha256],
    ...inputs.map(({ name, sha256 }) => [`Data SHA-256: ${name}`, sha256]),
  ];
  const format = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
  const properties = entries.map(
    ([name = '', value = ''], i) =>
      `<property fmtid="${format}" pid="${i + 2}" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return (
    `${declaration}<Properties xmlns="${openxml}/officeDocument/2006/custom-properties" ` +
    `xmlns:vt="${openxml}/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`
  );
}

/** On every page: software and date, plan and data in short, the page's number. */
export function footerPart({ software, date, planSha256, inputs, simulated }: Provenance): string {
  const stamp = [
    words.software(software.name, software.version, date),
    words.shortPlan(planSha256),
    ...inputs.map(({ name, sha256 }) => words.shortInput(name, sha256)),
    ...(simulated ? [words.simulatedData] : []),
  ].join(' \u00b7 ');
  const page = `${run(`${words.page} `)}${field('PAGE')}${run(' / ')}${field('NUMPAGES')}`;
  return (
    `${declaration}<w:ftr xmlns:w="${wordNamespace}">${paragraph(run(stamp), { style: 'Footer' })}` +
    `${paragraph(page, { style: 'Footer', align: 'right' })}</w:ftr>`
  );
}
