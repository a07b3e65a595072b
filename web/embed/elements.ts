// SPDX-License-Identifier: MIT
/** The custom elements for pages of others: importing this module defines them. */
export { FatigueCalculator, type ResultDetail } from './fatigue-calculator.js';
export { FatigueResults } from './fatigue-results.js';
