// SPDX-License-Identifier: MIT
/** Numbers of the things that German sentences count. */
import { plural } from './plural.js';

export const rows = (n: number): string => plural(n, 'Zeile', 'Zeilen');
export const files = (n: number): string => plural(n, 'Datei', 'Dateien');
export const columns = (n: number): string => plural(n, 'Spalte', 'Spalten');
export const people = (n: number): string => plural(n, 'Teilnehmende(r)', 'Teilnehmende');
/** After "von" or "bei". */
export const ofPeople = (n: number): string => plural(n, 'Person', 'Teilnehmenden');
export const problems = (n: number): string => plural(n, 'Problem', 'Probleme');
export const outcomes = (n: number): string => plural(n, 'Endpunkt', 'Endpunkte');
export const observations = (n: number): string => plural(n, 'Beobachtung', 'Beobachtungen');
export const scores = (n: number): string => plural(n, 'Score', 'Scores');
export const items = (n: number): string => plural(n, 'Item', 'Items');
export const numbers = (n: number): string => plural(n, 'Zahl', 'Zahlen');
export const models = (n: number): string => plural(n, 'Modell', 'Modelle');
