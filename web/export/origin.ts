// SPDX-License-Identifier: MIT
/** Where the numbers on the page come from, as lines of text: the stamp of exports, with the moment and the browser. */
import type { Report } from '../contract/report.js';
import { formatNumber } from '../text/number.js';
import { strings } from '../text/strings.js';
import { provenanceLines, provenanceOf, today } from './provenance.js';

const words = strings.origin;

export function originLines(report: Report, at: Date, browser: string): string[] {
  const lines = provenanceLines(provenanceOf(report, today(at)));
  const [software = '', ...rest] = lines;
  const seconds = formatNumber(report.elapsedMs / 1000, 2);
  return [software, words.computed(localTime(at), seconds), words.browser(browser), ...rest];
}

/** "2026-03-09 14:05:07 +01:00": where the reader is, and unambiguous everywhere. */
export function localTime(at: Date): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  const east = -at.getTimezoneOffset();
  const zone = `${east < 0 ? '-' : '+'}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
  return `${today(at)} ${time} ${zone}`;
}
