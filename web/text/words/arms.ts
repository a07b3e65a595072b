// SPDX-License-Identifier: MIT
/** Words of the settings of arms: names, which are one, which are left out, which is the reference. */
export const armWords = {
  title: 'Arms: names, merging, leaving out',
  hint: 'What is set here is kept in the plan, and can be set back here. The files stay as they are.',
  unnamed: (values: string, reference: string) =>
    `The arms have no names: the files say ${values}. ${reference} is taken as the reference arm, which nothing in the ` +
    'files tells. Name the arms below, or choose the reference.',
  /** Where the results ask for the reference. */
  nameless: (values: string) => `The arms have no names: the files say ${values}. Name the arms below.`,
  noControl: (reference: string) =>
    `${reference} is taken as the reference arm, although no arm is called like a control. Choose another if it is not.`,
  otherControl: (reference: string, control: string) =>
    `${reference} is the reference arm, although ${control} is called like a control.`,
  keepReference: (reference: string) => `${reference} is the reference`,
  makeReference: (arm: string) => `Make ${arm} the reference`,
  doubtful: (one: string, other: string) =>
    `\u201c${one}\u201d and \u201c${other}\u201d differ by a letter or two, and are analysed as different arms.`,
  merge: (one: string, other: string) => `Take \u201c${one}\u201d as \u201c${other}\u201d`,
  same: (value: string, taken: string) => `\u201c${value}\u201d is taken as \u201c${taken}\u201d, as one arm.`,
  apart: (value: string) => `Make \u201c${value}\u201d an arm of its own`,
  leftOut: (value: string) => `Participants with \u201c${value}\u201d as their arm are not analysed.`,
  takeIn: (value: string) => `Analyse \u201c${value}\u201d as an arm`,
  name: (value: string) => `Name of \u201c${value}\u201d in tables and figures`,
  role: (value: string) => `\u201c${value}\u201d is`,
  own: 'an arm of its own',
  out: 'left out of the analysis',
  sameAs: (arm: string) => `the same as \u201c${arm}\u201d`,
  nameTaken: (name: string, other: string) =>
    `\u201c${other}\u201d is called ${name} already. To make them one arm, choose \u201cthe same as\u201d beside.`,
  joinIds: 'Take as the same participants',
  joinNumbers: 'Take as the same participants by their numbers',
  leaveIds: 'No, leave them',
  idsByNumber:
    'Identifiers with the same number, as 7 and MS-007, are taken as one participant, in all files; MS-007 and HC-7 are two.',
  separateIds: 'Take as different participants again',
  idsJoined:
    'Identifiers that differ only in case, leading zeros, blanks or punctuation are taken as one participant, in all files.',
};
