// SPDX-License-Identifier: MIT
/**
 * What an attribute says, also where a framework has set the property of its name: true stands for the bare attribute, a
 * list for its words, and nothing for no attribute.
 */
export function attributeText(value: unknown): string | null {
  if (value === true) return '';
  if (value === false || value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
