// SPDX-License-Identifier: MIT
/**
 * Any text as LaTeX that compiles with pdfLaTeX, XeLaTeX and LuaLaTeX without packages, whatever the font encoding:
 * letters with accents are written as accents over letters, signs as mathematics, and a character that plain LaTeX has no
 * way to write as its code point, so that nothing is lost.
 */
import { singleLine } from './layout.js';

/** Characters that LaTeX reads as commands, or that the standard fonts turn into others. */
const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '$<$',
  '>': '$>$',
  '|': '$|$',
  '"': "{''}",
  '`': '{`}',
  "'": "{'}",
  // After the end of a row these would be read as its options.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  '\u2212': '$-$',
  '\u2013': '{--}',
  '\u2014': '{---}',
  '\u2010': '-',
  '\u2011': '-',
  '\u00b7': '{\\textperiodcentered}',
  '\u00b1': '$\\pm$',
  '\u00d7': '$\\times$',
  '\u2264': '$\\leq$',
  '\u2265': '$\\geq$',
  '\u2260': '$\\neq$',
  '\u2248': '$\\approx$',
  '\u221e': '$\\infty$',
  '\u2026': '\\ldots{}',
  '\u2018': '{`}',
  '\u2019': "{'}",
  '\u201c': '{``}',
  '\u201d': "{''}",
  // Two commas are a low quotation mark, by their looks or as a ligature.
  '\u201a': '{,}',
  '\u201e': '{,,}',
  '\u2039': '$\\langle$',
  '\u203a': '$\\rangle$',
  '\u00ab': '$\\ll$',
  '\u00bb': '$\\gg$',
  '\u00a1': '{!`}',
  '\u00bf': '{?`}',
  '\u2032': "$'$",
  '\u2033': "$''$",
  '\u2022': '$\\bullet$',
  '\u00f7': '$\\div$',
  '\u00bc': '$\\frac{1}{4}$',
  '\u00be': '$\\frac{3}{4}$',
  '\u00b0': '$^{\\circ}$',
  '\u00b9': '$^{1}$',
  '\u00b2': '$^{2}$',
  '\u00b3': '$^{3}$',
  '\u00bd': '$\\frac{1}{2}$',
  '\u00b5': '$\\mu$',
  '\u221a': '$\\surd$',
  '\u2190': '$\\leftarrow$',
  '\u2191': '$\\uparrow$',
  '\u2192': '$\\rightarrow$',
  '\u2193': '$\\downarrow$',
  '\u2020': '$\\dagger$',
  '\u2021': '$\\ddagger$',
  '\u00a7': '\\S{}',
  '\u00b6': '\\P{}',
  '\u00a9': '\\copyright{}',
  '\u00a0': '~',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': '\\,',
  '\u202f': '\\,',
  '\u00df': '\\ss{}',
  '\u00e6': '\\ae{}',
  '\u00c6': '\\AE{}',
  '\u0153': '\\oe{}',
  '\u0152': '\\OE{}',
  '\u00f8': '\\o{}',
  '\u00d8': '\\O{}',
  '\u00e5': '\\aa{}',
  '\u00c5': '\\AA{}',
  '\u0142': '\\l{}',
  '\u0141': '\\L{}',
  '\u0131': '\\i{}',
  '\ufeff': '',
  '\u00ad': '',
};

const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi . pi rho . sigma tau upsilon phi chi psi omega';
const greekLetters = greek.split(' ').flatMap((name, i): [string, string][] => {
  const lower = String.fromCodePoint(0x3b1 + i);
  const upper = String.fromCodePoint(0x391 + i);
  if (name === '.') return [];
  const hasOwnUpper = /^(gamma|delta|theta|lambda|xi|pi|sigma|upsilon|phi|psi|omega)$/.test(name);
  const named = `$\\${name.charAt(0).toUpperCase()}${name.slice(1)}$`;
  return [[lower, `$\\${name}$`], ...(hasOwnUpper ? ([[upper, named]] satisfies [string, string][]) : [])];
});

/** Raised figures, of which 1 to 3 stand above, and lowered ones. */
const raised = [...'0456789'].map((digit): [string, string] => [
  String.fromCodePoint(0x2070 + Number(digit)),
  `$^{${digit}}$`,
]);
const lowered = [...'0123456789'].map((digit): [string, string] => [
  String.fromCodePoint(0x2080 + Number(digit)),
  `$_{${digit}}$`,
]);
const raisedMinus: [string, string] = ['\u207b', '$^{-}$'];

const known = new Map<string, string>([
  ...Object.entries(special),
  ...greekLetters,
  ...raised,
  ...lowered,
  raisedMinus,
]);

/** Combining accents that plain LaTeX has commands for. */
const accents = new Map<string, string>([
  ['\u0300', '\\`'],
  ['\u0301', "\\'"],
  ['\u0302', '\\^'],
  ['\u0303', '\\~'],
  ['\u0304', '\\='],
  ['\u0306', '\\u'],
  ['\u0307', '\\.'],
  ['\u0308', '\\"'],
  ['\u030a', '\\r'],
  ['\u030b', '\\H'],
  ['\u030c', '\\v'],
  ['\u0323', '\\d'],
  ['\u0327', '\\c'],
  ['\u0331', '\\b'],
]);

/** `own`: characters that are written otherwise here. */
export function escapeLatex(text: string, own: Readonly<Record<string, string>> = {}): string {
  // eslint-disable-next-line no-control-regex
  const characters = [...singleLine(text.replace(/[\u0000-\u001f\u007f]/g, ' ').normalize('NFC'))];
  // Two hyphens would become a dash.
  const isDash = (i: number): boolean => characters[i] === '-' && characters[i - 1] === '-';
  return characters
    .map((character, i) => (isDash(i) ? '{}-' : (own[character] ?? escapeCharacter(character))))
    .join('');
}

function escapeCharacter(character: string): string {
  const own = known.get(character);
  if (own !== undefined) return own;
  if (/^[ -~]$/.test(character)) return character;
  const [letter = '', ...marks] = character.normalize('NFD');
  const [mark = ''] = marks;
  const accent = accents.get(mark);
  if (/^[A-Za-z]$/.test(letter) && marks.length === 1 && accent !== undefined) {
    return `${accent}{${/^[ij]$/.test(letter) && mark < '\u0323' ? `\\${letter}` : letter}}`;
  }
  return `\\texttt{U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
}
