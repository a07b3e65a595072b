// SPDX-License-Identifier: MIT
/** Words of the choice of a language. */

export const languageWords = {
  choose: 'Language',
  /** Of the whole page, for a browser's list of results and bookmarks. */
  description:
    'Drop a fatigue trial\u2019s CSV files and read its results. Everything is computed in the browser tab; no data leave it.',
};
