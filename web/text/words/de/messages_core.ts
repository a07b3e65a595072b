// SPDX-License-Identifier: MIT
/** What the core says: why records and participants are left out, what a fit came to, what is wrong with a plan. */

export const messagesOfCore: Readonly<Record<string, string>> = {
  // Why a record or a participant is not used.
  'participant missing': 'Kennung fehlt',
  'not in the participants file': 'nicht in der Datei der Teilnehmenden',
  'arm missing': 'Arm fehlt',
  'participant in two arms': 'Person in zwei Armen',
  'arm not in the plan': 'Arm nicht im Plan',
  'visit missing': 'Visite fehlt',
  'date missing': 'Datum fehlt',
  'date not of the years 1900 to 2100': 'Datum nicht aus den Jahren 1900 bis 2100',
  'participant without a start date': 'Person ohne Startdatum',
  'outside the visit windows': 'außerhalb der Visitenfenster',
  'another record is nearer the visit': 'ein anderer Eintrag liegt näher an der Visite',
  'value missing': 'Wert fehlt',
  'too few items answered': 'zu wenige Items beantwortet',
  'day not summarised': 'Tag nicht zusammengefasst',
  'too few days to summarise': 'zu wenige Tage zum Zusammenfassen',
  'no record': 'kein Eintrag',
  'no record at the visit': 'kein Eintrag zur Visite',
  'no score in the days summarised': 'kein Score an den zusammengefassten Tagen',
  'no baseline': 'kein Ausgangswert',
  'baseline is 0': 'Ausgangswert ist 0',
  'baseline below 0': 'Ausgangswert unter 0',
  'visit not analysed': 'Visite nicht ausgewertet',
  'covariate missing': 'Kovariate fehlt',
  'covariate {name} missing': 'Kovariate {name} fehlt',
  'weight missing': 'Gewicht fehlt',
  'more than one record at the visit': 'mehr als ein Eintrag zur Visite',
  'participant stands more than once': 'Person mehr als einmal aufgeführt',
  'visits cannot be told': 'Visiten nicht bestimmbar',
  'event missing': 'Ereignis fehlt',
  'no column {name}': 'keine Spalte {name}',

  // What a fit came to.
  '{k} covariance parameters and {p} fixed effects; BIC with log of {n} observations':
    '{k} Kovarianzparameter und {p} feste Effekte; BIC mit dem Logarithmus von {n} Beobachtungen',
  '{k} covariance parameters; BIC with log of {n} subjects':
    '{k} Kovarianzparameter; BIC mit dem Logarithmus von {n} Personen',
  converged: 'konvergiert',
  not_converged: 'nicht konvergiert',
  'singular fit, {_what}': 'singuläre Anpassung, {_what}',
  'singular fit, {_what}; inference takes it as known':
    'Singuläre Anpassung, {_what}; für die Inferenz gilt dies als bekannt',
  'the variance of {names} is 0': 'die Varianz von {names} ist 0',
  'the correlation of {one} and {other} is 1 or -1': 'die Korrelation von {one} und {other} ist 1 oder \u22121',
  'a correlation of random effects, or of a combination of them, is 1 or -1':
    'eine Korrelation der zufälligen Effekte oder einer Kombination von ihnen ist 1 oder \u22121',
  'the variance of {names} is 0 ({group})': 'die Varianz von {names} ist 0 ({group})',
  'the correlation of {one} and {other} is 1 or -1 ({group})':
    'die Korrelation von {one} und {other} ist 1 oder \u22121 ({group})',
  'a correlation of random effects, or of a combination of them, is 1 or -1 ({group})':
    'eine Korrelation der zufälligen Effekte oder einer Kombination von ihnen ist 1 oder \u22121 ({group})',
  '…{_one}; {_other}': '{_one}; {_other}',
  'the correlation of sp_exp is 0': 'die Korrelation von sp_exp ist 0',
  'no start value gives a positive definite covariance matrix ({_tried})':
    'kein Startwert ergibt eine positiv definite Kovarianzmatrix ({_tried})',
  'no maximum of the likelihood was found ({_tried})': 'kein Maximum der Likelihood wurde gefunden ({_tried})',
  'the likelihood is higher elsewhere, where no maximum was found ({_tried})':
    'die Likelihood ist anderswo höher, wo kein Maximum gefunden wurde ({_tried})',
  '{starts} start values and {n} iterations were tried': '{starts} Startwerte und {n} Iterationen wurden versucht',
  'the data do not determine all covariance parameters: the Hessian is not positive definite':
    'die Daten bestimmen nicht alle Kovarianzparameter: die Hesse-Matrix ist nicht positiv definit',
  'the data cannot tell {what} (from each other or at all)':
    'die Daten können nicht bestimmen (voneinander trennen oder überhaupt): {what}',
  'the covariance matrix over all visits is not positive definite, or singular: the data do not hold the correlations within their bounds, as where no subject has all visits ({_tried})':
    'die Kovarianzmatrix über alle Visiten ist nicht positiv definit oder singulär: die Daten halten die Korrelationen nicht in ihren Grenzen, etwa weil niemand alle Visiten hat ({_tried})',
  '{n} rows are not used: a value the model needs is missing in them':
    '{n} Zeilen werden nicht verwendet: Ein Wert, den das Modell braucht, fehlt darin',
  'all rows are at one {visit}, {label}: the covariance is a single variance':
    'Alle Zeilen gehören zu einer Visite ({label}): Die Kovarianz ist eine einzelne Varianz',
  '{few} of {all} coefficients have less than 1 degree of freedom: {k} covariance parameters of {n} independent units are too many for the method; use a simpler covariance':
    '{few} von {all} Koeffizienten haben weniger als 1 Freiheitsgrad: {k} Kovarianzparameter bei {n} unabhängigen Einheiten sind zu viele für das Verfahren; verwenden Sie eine einfachere Kovarianz',
  '{few} of {all} coefficients have no standard error or no degrees of freedom by {df}: too few subjects or rows, or covariance parameters that the data hardly determine':
    '{few} von {all} Koeffizienten haben nach {df} keinen Standardfehler oder keine Freiheitsgrade: zu wenige Personen oder Zeilen, oder Kovarianzparameter, die die Daten kaum bestimmen',
  'an empirical covariance of {p} coefficients from {n} independent units is singular: combinations it cannot tell have no numbers':
    'Eine empirische Kovarianz von {p} Koeffizienten aus {n} unabhängigen Einheiten ist singulär: Kombinationen, die sie nicht bestimmt, haben keine Zahlen',
  'the values of {visit} are in the order {list}, which is not that of their numbers, and {structure} takes those side by side for neighbours: give their order':
    'Die Werte von {visit} haben die Reihenfolge {list}, nicht die ihrer Zahlen, und {structure} nimmt als Nachbarn, was nebeneinander steht: Geben Sie ihre Reihenfolge an',
  'arm {arm} has one participant who can be analysed: how far people of this arm differ is taken from the other arms':
    'Im Arm {arm} kann nur eine Person ausgewertet werden: Wie weit sich Personen dieses Arms unterscheiden, wird den anderen Armen entnommen',
  'the values of {visit} are not equally spaced, and {structure} counts them as 1, 2, 3, ...; sp_exp takes the distances between them':
    'Die Werte von {visit} haben nicht gleiche Abstände, und {structure} zählt sie als 1, 2, 3, …; sp_exp nimmt ihre Abstände',
  'not estimable and left out, being combinations of other columns: {names}':
    'Nicht schätzbar und weggelassen, da Kombinationen anderer Spalten: {names}',
  'not estimable and left out, being combinations of other columns: {names}; no type III test is given for terms within an interaction so affected':
    'Nicht schätzbar und weggelassen, da Kombinationen anderer Spalten: {names}; für Terme innerhalb einer so betroffenen Interaktion gibt es keinen Typ-III-Test',
  'level "{level}" of {column} has no row in the analysis':
    'Die Stufe „{level}“ von {column} hat in der Auswertung keine Zeile',
  '{variable} has "{one}" and "{other}", which are two levels here; write them alike if they are one':
    '{variable} hat „{one}“ und „{other}“, hier zwei Stufen; schreiben Sie sie gleich, wenn sie eine sind',
  '{arm} minus {reference} at visit {visit} cannot be told from these data':
    '{arm} minus {reference} zur Visite {visit} ist aus diesen Daten nicht bestimmbar',
  '{arm} minus {reference} cannot be told from these data':
    '{arm} minus {reference} ist aus diesen Daten nicht bestimmbar',
  'the slope of {arm} minus that of {reference} cannot be told from these data':
    'Die Steigung von {arm} minus die von {reference} ist aus diesen Daten nicht bestimmbar',
  'no F test of {list}: its degrees of freedom or its covariance are not defined at this fit':
    'Kein F-Test von {list}: Seine Freiheitsgrade oder seine Kovarianz sind bei dieser Anpassung nicht definiert',
  '{df} needs REML; the fit is by ML, with satterthwaite degrees of freedom':
    '{df} braucht REML; angepasst wurde mit ML und Freiheitsgraden nach Satterthwaite',
  "{df} goes with the model's own covariance of the coefficients; it is {vcov} here, with satterthwaite degrees of freedom":
    '{df} gehört zur modellbasierten Kovarianz der Koeffizienten; hier ist sie {vcov}, mit Freiheitsgraden nach Satterthwaite',
  'the model did not converge: {_message}': 'Das Modell ist nicht konvergiert: {_message}',
  'no model of the plan could be fitted: {_list}': 'Kein Modell des Plans ließ sich anpassen: {_list}',
  'analyse fewer visits or choose a simpler model':
    'Werten Sie weniger Visiten aus, oder wählen Sie ein einfacheres Modell',
  'use a simpler covariance structure, fewer terms or fewer visits':
    'Verwenden Sie eine einfachere Kovarianzstruktur, weniger Terme oder weniger Visiten',
  'use a simpler covariance structure or fewer terms':
    'Verwenden Sie eine einfachere Kovarianzstruktur oder weniger Terme',
  'use a model with fewer terms': 'Verwenden Sie ein Modell mit weniger Termen',
  '{n} rows cannot estimate {p} coefficients and a residual variance':
    '{n} Zeilen können {p} Koeffizienten und eine Residualvarianz nicht bestimmen',
  '{n} rows cannot estimate {p} coefficients and {k} covariance parameters':
    '{n} Zeilen können {p} Koeffizienten und {k} Kovarianzparameter nicht bestimmen',
  '{response} is {value} in every row analysed: there is nothing to explain':
    '{response} ist in jeder ausgewerteten Zeile {value}: Es gibt nichts zu erklären',
  'the fixed effects explain the response exactly: there is no residual variation':
    'Die festen Effekte erklären die Zielgröße genau: Es bleibt keine Streuung',
  'the response is the same in all rows of each {group}': 'Die Zielgröße ist in allen Zeilen je {group} dieselbe',
  'choose another response': 'Wählen Sie eine andere Zielgröße',
  'check that the response is not a copy of a covariate': 'Prüfen Sie, ob die Zielgröße eine Kopie einer Kovariate ist',
  '{column} has a single level, "{level}", in the rows analysed':
    '{column} hat in den ausgewerteten Zeilen nur eine Stufe, „{level}“',
  'take it out of the model or supply more data': 'Nehmen Sie sie aus dem Modell, oder geben Sie mehr Daten an',
  'no row of {table} is complete in all columns of the model':
    'Keine Zeile von {table} ist in allen Spalten des Modells vollständig',
  'weights must be positive': 'Gewichte müssen positiv sein',
  'there is not enough memory for this analysis': 'Für diese Auswertung reicht der Speicher nicht',
  'use fewer rows, fewer visits or a simpler model':
    'Verwenden Sie weniger Zeilen, weniger Visiten oder ein einfacheres Modell',
  'please report this with the plan': 'Bitte melden Sie dies mit dem Plan',
  'check the plan or the options against the documentation':
    'Vergleichen Sie den Plan oder die Optionen mit der Dokumentation',

  // Outcomes and visits.
  'no record of arm {arm} can be analysed': 'Vom Arm {arm} kann kein Eintrag ausgewertet werden',
  'no record at visit {visit} can be analysed': 'Zur Visite {visit} kann kein Eintrag ausgewertet werden',
  'no record can be analysed, so there is nothing to compare':
    'Kein Eintrag kann ausgewertet werden, es gibt also nichts zu vergleichen',
  'no record can be analysed, so there is nothing to compare; not used: {_list}':
    'Kein Eintrag kann ausgewertet werden, es gibt also nichts zu vergleichen; nicht verwendet: {_list}',
  'only records of arm {arm} can be analysed, so there is nothing to compare; not used: {_list}':
    'Nur Einträge des Arms {arm} können ausgewertet werden, es gibt also nichts zu vergleichen; nicht verwendet: {_list}',
  'only records of arm {arm} can be analysed, so there is nothing to compare':
    'Nur Einträge des Arms {arm} können ausgewertet werden, es gibt also nichts zu vergleichen',
  'check the baseline visit, the visits analysed and the covariates':
    'Prüfen Sie die Baseline, die ausgewerteten Visiten und die Kovariaten',
  'has no score of an analysed participant': 'hat von keiner ausgewerteten Person einen Score',
  '{file} has no score of an analysed participant': '{file} hat von keiner ausgewerteten Person einen Score',
  '{file} has no visit "{visit}" in column {column}; its visits are: {list}':
    '{file} hat in Spalte {column} keine Visite „{visit}“; die Visiten sind: {list}',
  'name the visits as they stand in the file': 'Nennen Sie die Visiten, wie sie in der Datei stehen',
  'visit {visit} is the baseline and cannot be analysed as a change from it':
    'Visite {visit} ist die Baseline und kann nicht als Änderung gegenüber ihr ausgewertet werden',
  'leave it out of the visits analysed, or choose another baseline visit':
    'Lassen Sie sie aus den ausgewerteten Visiten weg, oder wählen Sie eine andere Baseline',
  'the plan names no baseline, so visit {visit} alone is taken; a mean over several days may suit a diary better':
    'Der Plan nennt keine Baseline, daher gilt Visite {visit} allein; zu einem Tagebuch passt ein Mittel über mehrere Tage vielleicht besser',
  '{file} has no visit after the baseline visit {visit}': '{file} hat keine Visite nach der Baseline {visit}',
  '{file} has no visit after the baseline': '{file} hat keine Visite nach der Baseline',
  'choose another baseline visit, or analyse the values':
    'Wählen Sie eine andere Baseline, oder werten Sie die Werte selbst aus',
  'choose another baseline': 'Wählen Sie eine andere Baseline',
  'no participant has a baseline {_what}': 'Niemand hat einen Ausgangswert ({_what})',
  "[visit|visits] {list} [is|are] taken to be the baseline's own (day 0 or before, or every score equals its baseline) and not analysed as a change from it":
    '[Visite|Visiten] {list} [gilt|gelten] als zur Baseline gehörig (Tag 0 oder davor, oder jeder Score gleich seinem Ausgangswert) und [wird|werden] nicht als Änderung gegenüber ihr ausgewertet',
  'the effect is asked for at visit "{visit}", which is not analysed; the visits analysed are: {list}':
    'Der Effekt ist zur Visite „{visit}“ verlangt, die nicht ausgewertet wird; ausgewertet werden: {list}',
  'choose one of the visits analysed': 'Wählen Sie eine der ausgewerteten Visiten',
  'give the study day as a number': 'Geben Sie den Studientag als Zahl an',
  'give the study day as a number, or choose the model mmrm':
    'Geben Sie den Studientag als Zahl an, oder wählen Sie das Modell MMRM',
  'give the study day as a number, or choose another covariance':
    'Geben Sie den Studientag als Zahl an, oder wählen Sie eine andere Kovarianz',
  'the plan asks for no outcome': 'Der Plan verlangt keinen Endpunkt',
  'choose a score to analyse': 'Wählen Sie einen auszuwertenden Score',
  'responders by reliable change cannot be counted: the baseline scores have no standard deviation above 0':
    'Responder nach reliabler Änderung können nicht gezählt werden: Die Ausgangswerte haben keine Standardabweichung über 0',
  '{n} [participant has|participants have] a baseline that is not above 0, of which there is no percentage: not counted among responders or others':
    '{n} [Person hat|Personen haben] einen Ausgangswert, der nicht über 0 liegt und von dem es kein Prozent gibt: weder als Responder noch als andere gezählt',
  'there are no more answers than coefficients': 'es gibt nicht mehr Antworten als Koeffizienten',
  'the odds ratios are not finite': 'die Odds Ratios sind nicht endlich',
  'too few pairs of answers tell of the working correlation, which is taken as 0':
    'zu wenige Paare von Antworten geben Auskunft über die Arbeitskorrelation, die als 0 gilt',

  // Participants, arms, identifiers.
  '{table} holds no participants: column {column} is empty':
    '{table} enthält keine Teilnehmenden: Spalte {column} ist leer',
  "choose the column with the participant's identifier": 'Wählen Sie die Spalte mit der Kennung der Teilnehmenden',
  'participant {_list} stands more than once': 'Mehr als einmal aufgeführt: {_list}',
  'participant {_list} stands more than once, in different arms':
    'Mehr als einmal aufgeführt, in verschiedenen Armen: {_list}',
  'keep one row per participant': 'Behalten Sie eine Zeile je Person',
  'keep the row with the arm the participant was allotted to, and remove the others':
    'Behalten Sie die Zeile mit dem zugeteilten Arm, und entfernen Sie die anderen',
  '{_rows} without a participant in column {column}; not used':
    '{_rows} ohne Kennung in Spalte {column}; nicht verwendet',
  '{_rows} without a participant in column {column}; not analysed':
    '{_rows} ohne Kennung in Spalte {column}; nicht ausgewertet',
  'a participant is in two arms: {_list}': 'Eine Person ist in zwei Armen: {_list}',
  'give each participant one arm': 'Geben Sie jeder Person einen Arm',
  'no participant is in arm "{arm}"; column {column} holds: {list}':
    'Niemand ist im Arm „{arm}“; Spalte {column} enthält: {list}',
  'column {column} holds no arm, so there is nothing to compare':
    'Spalte {column} enthält keinen Arm, es gibt also nichts zu vergleichen',
  'column {column} holds only one arm, "{arm}", so there is nothing to compare':
    'Spalte {column} enthält nur einen Arm, „{arm}“, es gibt also nichts zu vergleichen',
  'choose the column that tells the treatments apart': 'Wählen Sie die Spalte, die die Behandlungen unterscheidet',
  '{n} [participant has|participants have] no value in column {column} and cannot be analysed: {_list}':
    '{n} [Person hat|Personen haben] keinen Wert in Spalte {column} und [kann|können] nicht ausgewertet werden: {_list}',
  '{n} [participant is|participants are] in an arm the plan does not name and not analysed: {_list}':
    '{n} [Person ist|Personen sind] in einem Arm, den der Plan nicht nennt, und [wird|werden] nicht ausgewertet: {_list}',
  '{n} [identifier matches|identifiers match] no participant of {table}, these rows are not analysed: {_list}':
    '{n} [Kennung gehört|Kennungen gehören] zu niemandem in {table}; diese Zeilen werden nicht ausgewertet: {_list}',
  '{table} has no record of {n} [participant|participants]: {list}':
    '{table} hat von {n} [Person|Personen] keinen Eintrag: {list}',
  'choose the column that holds the same identifiers in both files':
    'Wählen Sie die Spalte, die in beiden Dateien dieselben Kennungen enthält',
  'more than one record of {_list}': 'Mehr als ein Eintrag von {_list}',
  'keep one record per participant and visit': 'Behalten Sie einen Eintrag je Person und Visite',
  '{_rows} without a visit in column {column}; not analysed':
    '{_rows} ohne Visite in Spalte {column}; nicht ausgewertet',
  '{_rows} without a date in column {column}; not analysed': '{_rows} ohne Datum in Spalte {column}; nicht ausgewertet',
  "{_records} from before the participant's start date; kept, with study days below 0":
    '{_records} von vor dem Startdatum der Person; behalten, mit Studientagen unter 0',
  'give each participant one start date': 'Geben Sie jeder Person ein Startdatum',
  'column {column} does not hold dates': 'Spalte {column} enthält keine Datumsangaben',
  'choose the column with the dates of the records': 'Wählen Sie die Spalte mit den Datumsangaben der Einträge',
  'choose the column with the date of randomisation or first dose':
    'Wählen Sie die Spalte mit dem Datum der Randomisierung oder der ersten Dosis',
  "the plan's file {file} is not there": 'Die Datei {file} des Plans ist nicht da',
  '{table} has no column "{column}"; its columns are: {list}':
    '{table} hat keine Spalte „{column}“; die Spalten sind: {list}',
  "choose one of the file's columns": 'Wählen Sie eine der Spalten der Datei',
  'counted as one event, {name}: {list}': 'Als ein Ereignis gezählt, {name}: {list}',
  'no event in column {column} of [row|rows] {list}; not counted':
    'Kein Ereignis in Spalte {column}, [Zeile|Zeilen] {list}; nicht gezählt',
  "in column {column} [a guess is|guesses are] no arm's name and not explained by the plan, counted as don't know: {list}":
    'In Spalte {column} [ist eine Vermutung|sind Vermutungen] kein Name eines Arms und im Plan nicht erklärt, gezählt als „weiß nicht“: {list}',

  "{n} [record|records] from before the participant's start date ({_rows})":
    '{n} [Eintrag|Einträge] von vor dem Startdatum der Person ({_rows})',
  '{n} [record|records] with a date that is not of the years 1900 to 2100 ({_rows})':
    '{n} [Eintrag|Einträge] mit einem Datum, das nicht aus den Jahren 1900 bis 2100 ist ({_rows})',
  '{n} [record|records] of a participant without a start date ({_rows})':
    '{n} [Eintrag|Einträge] einer Person ohne Startdatum ({_rows})',
  '{n} [record|records] outside every visit window ({_rows})':
    '{n} [Eintrag|Einträge] außerhalb aller Visitenfenster ({_rows})',
  'correct the date, unless it is the baseline': 'Korrigieren Sie das Datum, außer es ist die Baseline',
  'correct the date': 'Korrigieren Sie das Datum',
  'give the start date': 'Geben Sie das Startdatum an',
  'widen a window, or leave the record out': 'Erweitern Sie ein Fenster, oder lassen Sie den Eintrag weg',

  // Scores.
  '{_place} is outside the answers {instrument} allows, [whole numbers|numbers] {low} to {high}':
    '{_place} liegt außerhalb der Antworten, die {instrument} zulässt: [ganze Zahlen|Zahlen] von {low} bis {high}',
  '{_place} is outside the answers {instrument} allows, [whole numbers|numbers] {low} to {high}; {n} [more answer is too|more answers are too]{_places}':
    '{_place} liegt außerhalb der Antworten, die {instrument} zulässt: [ganze Zahlen|Zahlen] von {low} bis {high}; {n} [weitere Antwort ebenso|weitere Antworten ebenso]{_places}',
  'correct the answer in the file; leave the cell empty where the item was not answered, or declare the value as a code for missing':
    'Korrigieren Sie die Antwort in der Datei; lassen Sie die Zelle leer, wo das Item nicht beantwortet wurde, oder geben Sie den Wert als Code für fehlend an',
  '{_place} is outside the range of {label}, {low} to {high}':
    '{_place} liegt außerhalb des Wertebereichs von {label}, {low} bis {high}',
  '{_place} is outside the range of {label}, {low} to {high}; {n} [more score is too|more scores are too]{_places}':
    '{_place} liegt außerhalb des Wertebereichs von {label}, {low} bis {high}; {n} [weiterer Score ebenso|weitere Scores ebenso]{_places}',
  'correct the score, choose the other scoring, or leave the cell empty where the score is missing':
    'Korrigieren Sie den Score, wählen Sie die andere Auswertungsart, oder lassen Sie die Zelle leer, wo der Score fehlt',
  '{name} is used both ways: its direction must be declared':
    '{name} wird in beiden Richtungen verwendet: Die Richtung muss angegeben werden',
  'choose what higher scores mean on the form used, beside its file':
    'Wählen Sie neben der Datei, was ein hoher Wert auf dem verwendeten Bogen bedeutet',
  '{column} must be a number, but holds "{value}"': '{column} muss eine Zahl sein, enthält aber „{value}“',
  'correct the value, or choose a numeric column': 'Korrigieren Sie den Wert, oder wählen Sie eine Spalte mit Zahlen',
  'is missing': 'fehlt',
  'must not be empty': 'darf nicht leer sein',
  'the calculation stopped unexpectedly: {_cause}': 'Die Berechnung ist unerwartet abgebrochen: {_cause}',
};
