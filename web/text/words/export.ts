// SPDX-License-Identifier: MIT
/** Words of exports: the stamp, headings of files, and what stands around tables and figures. */

export const exportWords = {
  group: 'Group',
  detailOf: (column: string) => `${column}, detail`,
  inGroup: (group: string, label: string) => (label === '' ? group : `${group}: ${label}`),
  withDetail: (text: string, detail: string) => (text === '' ? detail : `${text} (${detail})`),
  simulated: (caption: string) => `${caption} (simulated data)`,
  table: (n: number, caption: string) => `Table ${n}. ${caption}`,
  figure: (n: number, caption: string) => `Figure ${n}. ${caption}`,
  software: (name: string, version: string, date: string) => `${name} ${version}, ${date}`,
  plan: (sha256: string) => `Plan SHA-256 ${sha256}`,
  planTitled: (title: string, sha256: string) => `Plan \u201c${title}\u201d SHA-256 ${sha256}`,
  input: (name: string, sha256: string) => `Data ${name} SHA-256 ${sha256}`,
  simulatedData: 'Simulated data: made up, no evidence about any treatment.',
  shortPlan: (sha256: string) => `plan ${sha256.slice(0, 12)}`,
  shortInput: (name: string, sha256: string) => `${name} ${sha256.slice(0, 12)}`,
  page: 'Page',
  badDate: (date: string) => `date ${JSON.stringify(date)} is not in the form YYYY-MM-DD`,

  untitled: 'Results of a trial',
  effects: 'Effects',
  outcome: (label: string, role: string) => `${label} (${role})`,
  details: (label: string) => `${label}: model details`,
  failed: (message: string) => `This outcome could not be analysed: ${message}`,
  provenance: 'Where these numbers come from',
  noParticipants: 'Figures of single participants are not part of this report.',
  noFigures: 'This report has no figures: they are drawn by a browser. The page saves the same report with them.',
  planTitle: 'Plan of the analysis',
  planLead:
    'The plan is the whole description of the analysis: with it and the data files the numbers can be made again.',
  figureData: 'The numbers of the figure',

  /** The menu at each table. */
  menu: 'Save or copy',
  menuOf: (caption: string) => `Save or copy the table: ${caption}`,
  csv: 'CSV',
  markdown: 'Markdown',
  latex: 'LaTeX',
  word: 'Copy for Word',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy. Select the text and copy it by hand.',
  paragraphsLead:
    'Written from the results above. Every number is the one in the report: point at it to see it in full.',
  exactly: (value: string) => `in full: ${value}`,

  /** The section of downloads. */
  title: 'Exports',
  lead:
    'Everything is made in this tab from the results above. Each file says which software and version, which plan, which ' +
    'data and which day it comes from.',
  report: 'The whole report',
  reportLead: 'Paragraphs, tables, figures and notes in one file. Single participants are not in it.',
  docx: 'Word document (.docx)',
  html: 'Web page (.html)',
  md: 'Markdown (.md)',
  /** Of a Word document: what it is checked for. */
  wordLanguage: 'en-GB',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'US Letter' },
  print: 'Print',
  numbers: 'The numbers',
  numbersLead: 'For a spreadsheet or another program, at full precision.',
  estimates: 'All estimates (CSV)',
  reportJson: 'Save the results (JSON)',
  planJson: 'The plan (JSON)',
  again: 'To run again elsewhere',
  againLead:
    'The script and the program read the trial\u2019s own files, make the effects again and set them beside those above. ' +
    'Put them in one folder with the data, or take the ZIP, which holds all of them.',
  needs: (files: string) => `Besides the data they need: ${files}.`,
  r: 'R script',
  sas: 'SAS program',
  scoresOf: (label: string) => `Scores: ${label} (CSV)`,
  scoresNote: 'The files of scores and the ZIP hold what single participants answered: not for publication.',
  zip: 'All of it with the data (ZIP)',
  figuresTitle: 'The figures',
  figuresLead: 'Every figure above as SVG and as PNG at 300 dots per inch; each has its own buttons too.',
  figuresZip: 'All figures (ZIP)',
  working: 'Working\u2026',
  saved: (name: string) => `Saved ${name}.`,
  noReport: 'there is no report',
  noModel: (label: string) => `${label} has no model, and so no scores of it`,
  otherRows: (label: string, row: string) =>
    `the scores of ${label} do not make the rows of its model (${row}): please report this with the plan`,
  failedToSave: (name: string, message: string) => `${name} could not be made: ${message}`,
};
