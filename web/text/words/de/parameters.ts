// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const parameterWords: Strings['parameters'] = {
  varianceAt: (visit) => `die Varianz zu ${visit}`,
  varianceOf: (position) => `die Varianz zur Visite ${position}`,
  variance: 'die Varianz',
  residual: 'die Varianz innerhalb der Teilnehmenden',
  common: 'die Kovarianz je zweier Visiten',
  covarianceApart: (apart) =>
    apart === 1 ? 'die Kovarianz benachbarter Visiten' : `die Kovarianz von Visiten im Abstand ${apart}`,
  correlationApart: (apart) =>
    apart === 1 ? 'die Korrelation benachbarter Visiten' : `die Korrelation von Visiten im Abstand ${apart}`,
  correlation: 'die Korrelation je zweier Visiten',
  correlationOf: (one, other) => `die Korrelation von ${one} und ${other}`,
  range: 'wie schnell die Korrelation nachlässt',
  direction: { lower_is_better: 'niedriger ist besser', higher_is_better: 'höher ist besser' },
};
