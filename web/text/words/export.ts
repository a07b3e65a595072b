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
};
