// SPDX-License-Identifier: MIT
/** The styles of a Word document. Fonts that every computer has or has a twin of; headings carry Word's own names, so that its outline works. */
import { strings } from '../../text/strings.js';
import { declaration } from './xml.js';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface ParagraphStyle {
  id: string;
  name: string;
  basedOn?: string;
  next?: string;
  paragraph?: string;
  run?: string;
}

const serif = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>';
const mono = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>';
const size = (points: number): string => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`;
const bold = '<w:b/><w:bCs/>';
const soft = '<w:color w:val="595F66"/>';
const space = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const headingPlace = (level: number, before: number): string =>
  `<w:keepNext/><w:keepLines/>${space(before, 80)}<w:outlineLvl w:val="${level}"/>`;

const paragraphStyles: readonly ParagraphStyle[] = [
  { id: 'Normal', name: 'Normal', paragraph: '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>' },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: space(0, 160),
    run: serif + bold + size(18),
  },
  {
    ...{ id: 'Heading1', name: 'heading 1', basedOn: 'Normal', next: 'Normal' },
    ...{ paragraph: headingPlace(0, 360), run: serif + bold + size(14) },
  },
  {
    ...{ id: 'Heading2', name: 'heading 2', basedOn: 'Normal', next: 'Normal' },
    ...{ paragraph: headingPlace(1, 240), run: serif + bold + size(12) },
  },
  {
    ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal' },
    ...{ paragraph: `<w:keepNext/><w:keepLines/>${space(240, 80)}`, run: bold + size(9.5) },
  },
  {
    ...{ id: 'TableText', name: 'Table Text', basedOn: 'Normal' },
    ...{ paragraph: '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', run: size(8.5) },
  },
  {
    ...{ id: 'TableNote', name: 'Table Note', basedOn: 'Normal' },
    ...{ paragraph: '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', run: soft + size(8) },
  },
  {
    ...{ id: 'Figure', name: 'Figure', basedOn: 'Normal', next: 'Normal' },
    ...{ paragraph: '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>' },
  },
  {
    ...{ id: 'Notice', name: 'Notice', basedOn: 'Normal' },
    ...{
      paragraph:
        '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="8A5A00"/></w:pBdr>' + '<w:ind w:left="170"/>',
    },
  },
  {
    ...{ id: 'Reference', name: 'Reference', basedOn: 'Normal' },
    ...{ paragraph: '<w:spacing w:after="40"/><w:ind w:left="397" w:hanging="397"/>', run: size(9) },
  },
  {
    ...{ id: 'Code', name: 'Code', basedOn: 'Normal' },
    ...{ paragraph: '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', run: mono + size(7.5) },
  },
  { id: 'Footer', name: 'footer', basedOn: 'Normal', paragraph: '<w:spacing w:after="0"/>', run: soft + size(7) },
];

function styleXml({ id, name, basedOn, next, paragraph = '', run = '' }: ParagraphStyle): string {
  const isDefault = id === 'Normal' ? ' w:default="1"' : '';
  return [
    `<w:style w:type="paragraph"${isDefault} w:styleId="${id}"><w:name w:val="${name}"/>`,
    basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    '<w:qFormat/>',
    paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === '' ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

/** A journal's table: rules above, below and under the head (which the cells of the head draw), none between columns. */
const tableStyle =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>' +
  '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="auto"/>' +
  '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>';

export const stylesPart = (): string =>
  `${declaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>' +
  `${size(10)}<w:lang w:val="${strings.exports.wordLanguage}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  `${paragraphStyles.map(styleXml).join('')}${tableStyle}</w:styles>`;
