// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const aboutWords: Strings['about'] = {
  title: 'Über diese Seite',
};
