// SPDX-License-Identifier: MIT
/** What a column's name says it is for: identifier, arm, visit, date, event. Earlier names win over later ones. */

export type NamedRole =
  | 'id'
  | 'arm'
  | 'visit'
  | 'event'
  | 'bodySystem'
  | 'severity'
  | 'serious'
  | 'related'
  | 'date'
  | 'startDate'
  | 'code'
  | 'value';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** As compactName makes them. */
const names: Record<NamedRole, readonly string[]> = {
  id: words(`
    usubjid subjectid subjid participantid patientid participant subject patient id pid ptid partid recordid
    record subj subjectno subjectnr subjectnumber subjectkey subjectlabel subjectname screeningno patientno
    patientnr patientnumber patientennummer patientenid patnr participantno participantnumber
    randomisationnumber randomizationnumber randnr proband probandennummer teilnehmer teilnehmerid
    patid patientcode patcode patientennr patientnummer patnummer patientenkennung npatient nopatient nºpatient
    numéropatient numeropatient numéropatiente nodepatient numérodepatient numerodepatient codepatient idpatient
    identifiantpatient identifiant fallnummer fallnr fallid probandennr probandid probandenid teilnehmernr
    teilnehmernummer studiennummer subjectcode subjectidentifier participantcode pseudonym
  `),
  arm: words(`
    trt01p trtp arm treatment group trt trt01a trta plannedarm armcd actarm actarmcd allocation randomisedto
    randomizedto treatmentarm treatmentgroup studyarm armname intervention randomisedarm randomizedarm
    randomisation randomization trtgrp trtgroup tx allocatedto behandlung behandlungsgruppe gruppe therapie
    studienarm armalloc allocarm alloc armallocation treatmentallocation allocatedarm armassigned assignedarm assignment
    randarm randgroup trtarm txarm studygroup behandlungsarm therapiearm therapiegruppe gruppenzuteilung zuteilung
    bras groupe traitement brasdetraitement groupedetraitement brastraitement groupetraitement
    randarm randgroup trtarm txarm studygroup redcapeventnamearm eventnamearm
  `),
  visit: words(`
    day studyday visitday diaryday dayno daynumber tag studientag avisit visit visitname visitlabel visite
    redcapeventname eventname studyeventname studyevent foldername folder instancename week studyweek woche
    weekno weeknumber visitno visitnumber visitnr visitnum avisitn month monat timepoint zeitpunkt time
    assessment tp days visitdy weeks weeknr weeknum wochen wk wks studywk months monthno monthnr monthnumber
    monate mo timepointno wave session sessionno assessmentno occasion welle sitzung
    redcaprepeatinstance repeatinstance ady qsdy messzeitpunkt messzeit erhebungszeitpunkt zeitpkt temps visites
    tempsdevisite momentdemesure semaine mois jour
  `),
  event: words(`
    aedecod event eventterm aeterm ae adverseevent adverseevents adverseeventterm aename sideeffect
    preferredterm term aept reaction symptom unerwuenschtesereignis unerwünschtesereignis ereignis nebenwirkung
  `),
  bodySystem: words(`
    aebodsys aesoc systemorganclass soc bodysystem organsystem organklasse
  `),
  severity: words(`
    aesev aetoxgr atoxgr asev severity grade aegrade aeseverity toxicitygrade ctcaegrade ctcae intensity
    schweregrad
  `),
  serious: words(`
    aeser serious sae seriousness isserious isser aeserious schwerwiegend
  `),
  related: words(`
    aerel arel related relationship relatedness causality aerelated drugrelated treatmentrelated kausalität
    kausalitaet zusammenhang
  `),
  date: words(`
    adt visitdate dateofvisit qsdtc visitdt assessmentdate dateofassessment diarydate entrydate date qsdt
    datetime completiondate besuchsdatum visitendatum datum datumvisite datumdervisite untersuchungsdatum datedevisite
    datevisite datedelavisite
  `),
  startDate: words(`
    randdt randdate randomisationdate randomizationdate dateofrandomisation dateofrandomization randomdate
    randdtc trtsdt infusiondate dateofinfusion firstdosedate dateoffirstdose firstdose rfstdtc rfxstdtc
    baselinedate startdate treatmentstart treatmentstartdate dosedate enrolmentdate enrollmentdate
    randomisierungsdatum infusionsdatum startdatum datumrandomisierung datumderrandomisierung datumrandomisation
    randomisierungam randomisiertam datederandomisation datederandomization daterandomisation daterandomization
    randomisedon randomizedon
  `),
  code: words(`
    paramcd qstestcd testcd itemoid itemcode itemname itemid fieldname fieldoid field variable variablename
    questioncode questionid question item param parameter qstest test measure scale instrument
  `),
  value: words(`
    aval qsstresn value answer response score result itemvalue fieldvalue numericvalue valuenum antwort wert
    ergebnis qsstresc qsorres avalc
  `),
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
  return /plac[eé]bo|\bpbo\b|control|kontroll|plazebo|sham|midazolam|usual care|t[eé]moin|contr[oô]le|\btau\b|standard|\bsoc\b|vehicle|wait(ing)?[ -]?list|no treatment|warte(liste|gruppe|kontroll)|schein|^kg$|liste d.attente|soins (habituels|courants|usuels)|simul[ée]|übliche|regelversorgung|unbehandelt|untreated/i.test(
    arm.replace(/_/g, ' '),
  );
}

const noArmWords = new RegExp(
  `^(?:${[
    'scrnfail|notassgn|nottrt|unplanned treatment|(?:early )?screen(?:ing)? (?:fail(?:ed|ure|s)?|drop ?outs?)|failed screening',
    '(?:not|never|non) (?:yet )?(?:assigned|treated|randomi[sz]ed|allocated|enrolled|included|eligible)|ineligible|excluded',
    'nicht (?:randomisiert|zugeteilt|eingeschlossen|behandelt)|ausgeschlossen|ausgeschieden vor randomisierung',
    '(?:withdrawn|withdrew|dropped out|drop ?out|lost|died|consent withdrawn)(?: consent)? (?:before|prior to|pre) (?:randomi[sz]ation|allocation|treatment|baseline)',
  ].join('|')})$`,
);
const plainWords = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** A participant that was never in an arm, though the column of arms has a word for it. */
export function isNoArm(arm: string): boolean {
  return noArmWords.test(plainWords(arm));
}

/** A word for no arm that may be the name of one: of two arms, "none" is the one without treatment. */
export function mayBeNoArm(arm: string): boolean {
  return /^(?:none|no arm|no group|keine?r?|unknown|unk|missing|n\/a|n\.a\.|null|nd|k\.? ?a\.?|unbekannt|pending|tbd|withdrawn|drop ?out|\?+|[ \u2013\u2014]+|-+)$/.test(
    plainWords(arm),
  );
}

/** Numeric column beside a visit's label that tells the order: AVISITN, VISITNUM, visit_no. */
export function companionOf(visit: string, columns: readonly string[]): string | undefined {
  const wanted = ['n', 'num', 'no', 'nr', 'number', 'order'].map((end) => compactName(visit) + end);
  return columns.find((column) => wanted.includes(compactName(column)));
}
