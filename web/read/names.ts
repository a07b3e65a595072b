// SPDX-License-Identifier: MIT
/** What a column's name says it is for: identifier, arm, visit or event. Earlier names win over later ones. */

export type NamedRole = 'id' | 'arm' | 'visit' | 'event';

const names: Record<NamedRole, readonly string[]> = {
  id: [
    'usubjid',
    'subjectid',
    'subjid',
    'participantid',
    'patientid',
    'participant',
    'subject',
    'patient',
    'id',
    'pid',
    'ptid',
    'partid',
    'recordid',
    'subj',
    'subjectno',
    'subjectnr',
    'subjectnumber',
    'patientno',
    'patientnr',
    'patientnumber',
    'participantno',
    'participantnumber',
    'randomisationnumber',
    'randomizationnumber',
    'proband',
  ],
  arm: [
    'arm',
    'treatment',
    'group',
    'trt',
    'trt01p',
    'trt01a',
    'trtp',
    'trta',
    'armcd',
    'actarm',
    'actarmcd',
    'allocation',
    'randomisedto',
    'randomizedto',
    'treatmentarm',
    'treatmentgroup',
    'studyarm',
    'armname',
    'intervention',
    'randomisedarm',
    'randomizedarm',
    'randomisation',
    'randomization',
    'trtgrp',
    'trtgroup',
    'tx',
    'allocatedto',
  ],
  visit: [
    'day',
    'studyday',
    'visitday',
    'diaryday',
    'dayno',
    'daynumber',
    'visit',
    'avisit',
    'visitname',
    'week',
    'studyweek',
    'weekno',
    'weeknumber',
    'visitno',
    'visitnumber',
    'visitnum',
    'avisitn',
    'timepoint',
    'time',
    'assessment',
    'tp',
  ],
  event: [
    'aedecod',
    'event',
    'eventterm',
    'aeterm',
    'ae',
    'adverseevent',
    'adverseevents',
    'adverseeventterm',
    'aename',
    'sideeffect',
    'preferredterm',
    'term',
    'aept',
    'reaction',
    'symptom',
  ],
};

/** Lower case, letters and digits only: "Study Day", "study_day" and "StudyDay" are one name. */
export function compactName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Columns whose names have the role, the best name first. */
export function columnsNamed(role: NamedRole, columns: readonly string[]): string[] {
  const rank = (column: string): number => names[role].indexOf(compactName(column));
  return columns.filter((column) => rank(column) >= 0).sort((a, b) => rank(a) - rank(b));
}

/** True for columns that identify participants: their values are labels even where they look like numbers. */
export function isIdName(column: string): boolean {
  return names.id.includes(compactName(column));
}

/** An arm that others are compared with, by its name. */
export function looksLikeControl(arm: string): boolean {
  return /placebo|\bpbo\b|control|sham|midazolam|usual care|\btau\b|standard|\bsoc\b|vehicle|wait(ing)?[ -]?list|no treatment/i.test(
    arm.replace(/_/g, ' '),
  );
}
