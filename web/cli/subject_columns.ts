// SPDX-License-Identifier: MIT
/** The columns that identify subjects in a formula: labels, which are read as they are written. */

const grouping = /\|{1,2}([^()|]+)\)/g;

/** "id" of `us(visit | id)` and `(day | arm / id)`; none that stands in the formula as a covariate, too. */
export function subjectColumns(formula: string): string[] {
  const subjects = [...formula.matchAll(grouping)].map(([, groups = '']) => {
    const last = groups.split('/').at(-1) ?? '';
    return last.trim().replace(/^`(.*)`$/, '$1');
  });
  const fixed = formula.replace(grouping, ')');
  const isFixed = (name: string): boolean =>
    fixed.includes(`\`${name}\``) || fixed.split(/[^\p{L}\p{N}_.]+/u).includes(name);
  return [...new Set(subjects)].filter((name) => !isFixed(name));
}
