// SPDX-License-Identifier: MIT
/** Words of what a page published with its site has beside it: newer versions and the documentation. */

export const besideWords = {
  newVersion: 'A new version is ready.',
  forgets: 'Reloading forgets the files on this page; save the plan first if you need it.',
  reload: 'Reload',
  docs: 'Tutorial, questions, methods and validation',
};
