// SPDX-License-Identifier: MIT
/** Words of the page about itself. */

export const aboutWords = {
  title: 'About this page',
};
