import { test } from 'vitest';
import { writeFileSync, readdirSync } from 'node:fs';
import { coreTemplates } from './said-by-core.js';
import { setLanguage } from '../../web/text/language.js';
import { translated } from '../../web/text/translated.js';
test('x', () => {
  setLanguage('de');
  const english = /\b(?:the|is|are|of|and|not|has|have|it|its|from|with|to|row|rows|more|or)\b|\b(?:in|,) column\b|\bat visit/;
  const names = ['report','model','design','inference','instrument','covariance'].flatMap((d) => readdirSync('src/'+d).filter((n) => /cpp$/.test(n)).map((n) => `src/${d}/${n}`))
   .filter((n) => !/fit_request|fit_json|compare_models|plan|score_json|option_names|read_definition|formula|emmeans|check_definition|items.cpp|registry/.test(n));
  const out: string[] = []; let k = 0;
  for (const { at, said } of coreTemplates(names)) for (const each of said) {
    k++;
    const de = translated(each);
    if (de === each) out.push(`${at}  UNKNOWN ${each}`);
    else if (english.test(de)) out.push(`${at}  PARTLY ${each} => ${de}`);
  }
  writeFileSync('/tmp/missing2.txt', out.join('\n'));
  console.log(k, out.length);
}, 120000);
