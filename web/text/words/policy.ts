// SPDX-License-Identifier: MIT
/** Words of the privacy panel: what the page's security policy says, how to see for oneself, how to keep the page. */

const directives: Record<string, string> = {
  'default-src': 'Whatever is not named below',
  'connect-src': 'Connections to any address (sending or fetching data)',
  'form-action': 'Sending a form to any address',
  'base-uri': 'Giving the page\u2019s links another base address',
  'script-src': 'Programs that may run',
  'worker-src': 'Programs that may run in the background',
  'style-src': 'Style sheets that may be used',
  'img-src': 'Pictures that may be shown',
  'font-src': 'Fonts that may be used',
  'media-src': 'Sound and video that may be played',
  'object-src': 'Plug-ins that may be loaded',
  'frame-src': 'Pages that may be shown within this one',
  'child-src': 'Pages within this one, and background programs',
  'manifest-src': 'App manifests that may be loaded',
};

const sources: Record<string, string> = {
  "'self'": 'what comes from this page\u2019s own address',
  "'unsafe-inline'": 'anything written into the page',
  "'unsafe-eval'": 'program text made while the page runs',
  "'wasm-unsafe-eval'": 'WebAssembly, the form in which the calculations are compiled',
  'data:': 'what the page holds in itself (data:)',
  'blob:': 'what the page makes itself (blob:)',
  'https:': 'any secure address (https:)',
  'http:': 'any address (http:)',
  '*': 'any address (*)',
};

export const policyWords = {
  title: 'Privacy: what this page can and cannot do',
  lead:
    'A web page can carry a security policy that the browser enforces on it. This is the one that this copy of the page carries, ' +
    'read from the page itself just now:',
  caption: 'This page\u2019s security policy',
  asWritten: 'As written',
  inWords: 'In plain words',
  directives,
  sources,
  nothing: 'none',
  sourceSeparator: '; ',
  hash: 'only what is written in this file, recognised by its checksum',
  unknownSource: (source: string) => `what is described by ${source}`,
  line: (about: string, allowed: string) => `${about}: ${allowed}.`,
  notExplained: 'Not explained here; see the documentation of Content-Security-Policy.',
  forbids: 'So the browser refuses to send your data, or anything else, over any connection that this page might try.',
  forbidsOthers:
    'So the browser refuses to send your data, or anything else, over any connection that this page might open. From its own ' +
    'address the page may load what the lines above name: the background program sw.js, which keeps this page for use without ' +
    'a network, and the app manifest. That program fetches the files of this page from there, refuses them if their checksums ' +
    'are not those it was published with, and is told nothing of your files.',
  allowsConnections:
    'This policy does not forbid connections: this copy is not as it was published. Do not use it for data that must stay private.',
  absent:
    'This copy of the page carries no security policy, so nothing is forbidden by one: it is not as it was published. Do not ' +
    'use it for data that must stay private.',
  limits:
    'A policy cannot stop extensions you have installed, which can read every page, nor a page that leaves for another address ' +
    'altogether, as when you follow a link: that you would see. This page keeps nothing: closing the tab forgets the files.',
  verifyTitle: 'See for yourself',
  verify: [
    'Open the browser\u2019s developer tools (F12, or Ctrl+Shift+I; on a Mac Option+Command+I) and choose \u201cNetwork\u201d. Reload ' +
      'the page, drop files and look at results: nothing but the page itself is listed, and entries that begin with blob: or data:, ' +
      'which are made by the page and never leave it.',
    'Or disconnect from the network once the page is open, and then open your files: everything works as before.',
    'Or let the page try to connect: the browser refuses, and says by which directive.',
  ],
  verifyOwn:
    'The list holds also what keeps this page for use without a network, all of it from the page\u2019s own address: sw.js, the ' +
    'manifest, and the files that sw.js keeps.',
  attempt: 'Try to connect',
  refused: (directive: string) => `Refused by the browser: ${directive}.`,
  notSent: 'Nothing was reached, but the browser did not say that its policy was the reason.',
  reached: 'The connection was not refused: do not use this copy for data that must stay private.',
  keepTitle: 'Keep this page',
  keepOnDisk: (file: string) =>
    `This page was opened from a disk: the file ${file} is the whole of it. Copy it to keep this version; it works ` +
    'without a network, now and later.',
  keepHosted:
    'The whole page is one file. To keep this version, choose \u201cSave page as\u201d in the browser (Ctrl+S, on a Mac Command+S) and ' +
    'there the type \u201cWebpage, HTML only\u201d (Chrome, Edge), \u201cWeb Page, HTML only\u201d (Firefox) or \u201cPage Source\u201d (Safari); \u201cComplete\u201d saves ' +
    'what is on the screen, which does not start again. If whoever hosts the page offers fatigue-calculator.html for download, that is the same file.',
  keepWhy:
    'A page that is hosted can be changed by its host; the file you keep stays as it is, and gives the same numbers.',
};
