import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { templatesIn } from './said-templates.js';
import { setLanguage } from '../../web/text/language.js';
import { translated } from '../../web/text/translated.js';
test('x', () => {
  setLanguage('de');
  const english = /\b(?:the|is|are|of|and|not|has|have|it|its|from|with|to|row|rows|more|or)\b|\b(?:in|,) column\b|\bat visit\b/;
  const all = templatesIn(['web/read', 'web/engine', 'web/site', 'web/report-compare', 'web/embed'], (n) => /schema|names\.ts|redcap\.ts|visit-meaning|visit-of-table|missing-words\.ts/.test(n) && !/missing-words/.test(n));
  const out: string[] = [];
  for (const { at, said } of all) for (const each of said) {
    const de = translated(each);
    if (de === each) out.push(`${at}  UNKNOWN ${each}`);
    else if (english.test(de)) out.push(`${at}  PARTLY ${each} => ${de}`);
  }
  writeFileSync('/tmp/missing.txt', out.join('\n'));
  console.log(all.length, out.length);
}, 120000);
