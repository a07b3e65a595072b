// SPDX-License-Identifier: MIT
/** Sections that a page around can hide. */
export const sectionNames = ['privacy', 'bar', 'check', 'instruments', 'analysis', 'exports'] as const;

/** Words one after the other, between spaces. */
export const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
