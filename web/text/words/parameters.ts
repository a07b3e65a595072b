// SPDX-License-Identifier: MIT
/** Parameters of a covariance structure in words, for what the core says of them; `visit` is a visit's label. */
export const parameterWords = {
  varianceAt: (visit: string) => `the variance at ${visit}`,
  varianceOf: (position: number) => `the variance at visit ${position}`,
  variance: 'the variance',
  residual: 'the variance within participants',
  common: 'the covariance of any two visits',
  covarianceApart: (apart: number) =>
    apart === 1 ? 'the covariance of neighbouring visits' : `the covariance of visits ${apart} apart`,
  correlationApart: (apart: number) =>
    apart === 1 ? 'the correlation of neighbouring visits' : `the correlation of visits ${apart} apart`,
  correlation: 'the correlation of any two visits',
  correlationOf: (one: string, other: string) => `the correlation of ${one} and ${other}`,
  range: 'how fast the correlation fades',
  direction: { lower_is_better: 'lower is better', higher_is_better: 'higher is better' },
};
