// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const paragraphWords: Strings['paragraphs'] = {
  title: 'In Sätzen',
  methodsTitle: 'Methoden',
  resultsTitle: 'Ergebnisse',
  referencesTitle: 'Literatur',
  and: ' und ',
  semicolon: '; ',
  cite: '[{n}]',

  estimand: {
    declared: 'Der Estimand, wie festgelegt: {attributes}.',
    population: 'Population: {text}',
    treatment: 'Behandlung: {text}',
    variable: 'Variable: {text}',
    event: '{event} nach der Strategie „{strategy}“',
    events: 'interkurrente Ereignisse: {text}',
    summary: 'zusammenfassendes Maß auf Populationsebene: {text}',
    strategies: {
      treatment_policy: 'Treatment Policy',
      hypothetical: 'hypothetisch',
      composite: 'zusammengesetzt',
      while_on_treatment: 'während der Behandlung',
      principal_stratum: 'Prinzipalstratum',
    },
  },

  data: {
    missing: 'In {file} wurden diese Werte als fehlend gelesen: {list}.',
    valueIn: '„{value}“ in {columns}',
    cellIn: '{column} ({n} Zelle)',
    cellsIn: '{column} ({n} Zellen)',
    eitherDecimal: 'In {file} galten in {columns} sowohl Komma als auch Punkt als Dezimalzeichen.',
    takenAs: '„{label}“ als „{other}“',
    sameVisits: 'In {file} galten verschieden genannte Visiten als eine, wie angegeben: {list}.',
    sameArms: 'Verschieden genannte Arme galten als einer: {list}.',
    rowOut:
      'Eine Zeile von {file}, die wie eine Summe oder Anmerkung aussieht, blieb unberücksichtigt (Zeile {rows} unter den ' +
      'Spaltennamen).',
    rowsOut:
      'Zeilen von {file}, die wie Summen oder Anmerkungen aussehen, blieben unberücksichtigt (Zeilen {rows} unter den ' +
      'Spaltennamen).',
    rowsOutOfParts:
      'Zeilen von {file}, die wie Summen oder Anmerkungen aussehen, blieben unberücksichtigt (Anzahl: {n}).',
    rowsUsed:
      'Zeilen von {file}, die wie Summen oder Anmerkungen aussehen, wurden, wie gewählt, als Daten verwendet (Zeilen der ' +
      'Datei: {rows}).',
    unmatched:
      'Von {own} Teilnehmenden in {file} und {listed} in {roster} stehen {both} in beiden; die Ergebnisse betreffen, wie ' +
      'gewählt, nur diese.',
    armLeftOut: '{n} Person, deren Arm keiner der ausgewerteten ist ({arms}), blieb unberücksichtigt.',
    armsLeftOut: '{n} Teilnehmende, deren Arm keiner der ausgewerteten ist ({arms}), blieben unberücksichtigt.',
  },

  methods: {
    pilot: 'Dies ist eine Pilotstudie: Berichtet werden Schätzwerte und Intervalle, keine p-Werte.',
    instrument: '{what} wurde mit folgender Regel für fehlende Items ausgewertet: {rule}.',
    sameRule: 'dieselbe wie zuvor',
    single: '{what} ist ein einzelnes Item.',
    given: '{what} wurde wie vorgelegt ausgewertet.',
    named: '{label} ({instrument}{cite})',
    called: '{label}{cite}',
    prorated: 'Bei {prorated} von {scored} Scores wurden Items ergänzt.',
    windows:
      'Die Einträge in {file} wurden nach ihrer Zeitangabe ({unit}) den geplanten Visiten zugeordnet: {list}; von mehreren in ' +
      'einem Fenster wurde der Eintrag verwendet, der dem geplanten Zeitpunkt ({unit}) am nächsten lag.',
    firstRecord: 'Studientage aus {file} wurden vom Datum des ersten Eintrags jeder Person an gezählt (Tag {day}).',
    repeated: {
      first: 'Von mehreren Einträgen einer Person zu einer Visite in {file} wurde der erste verwendet.',
      last: 'Von mehreren Einträgen einer Person zu einer Visite in {file} wurde der letzte verwendet.',
      mean: 'Von mehreren Einträgen einer Person zu einer Visite in {file} wurde der Mittelwert verwendet.',
      none: 'Von mehreren Einträgen einer Person zu einer Visite in {file} wurde keiner verwendet.',
    },
    window: '{visit} ({unit} {day}, {before} davor bis {after} danach)',
    windowExact: '{visit} ({unit} {day})',
    mmrm:
      '{response} wurde mit einem gemischten Modell für wiederholte Messungen (MMRM) analysiert; feste Effekte waren {terms}, die ' +
      'Kovarianzstruktur zwischen den Visiten einer Person war {covariance} ({records} Beobachtungen von {participants} ' +
      'Teilnehmenden{visits}).',
    randomEffects:
      '{response} wurde mit einem linearen gemischten Modell über {units} analysiert, mit den festen Effekten {terms} sowie ' +
      '{random} je Person ({records} Beobachtungen von {participants} Teilnehmenden{visits}).',
    ancova: '{response} wurde mit einem linearen Modell mit {terms} analysiert ({participants} Teilnehmende{visits}).',
    atVisits: '; {visits}',
    overVisits: '; {visits}',
    leftOut: 'In diesem Modell nicht verwendet: {list}.',
    recordLeftOut: '{n} Beobachtung ({reason})',
    recordsLeftOut: '{n} Beobachtungen ({reason})',
    participants: 'Von den randomisierten Teilnehmenden sind {list} im Modell.',
    participantsAssigned: 'Von den einem Arm zugeteilten Teilnehmenden gehen in das Modell ein: {list}.',
    participantsIn: '{analysed} von {randomised} mit {arm}{reasons}',
    participantsOut: ' (nicht: {reasons})',
    reasonOf: '{n} wegen: {reason}',
    estimation: 'Das Modell für {label} wurde mittels {method}{methodCite} angepasst; {df}{dfCite}.',
    estimationOfAll: 'Die Modelle wurden mittels {method}{methodCite} angepasst; {df}{dfCite}.',
    estimators: {
      REML: 'restringierter Maximum-Likelihood-Schätzung (REML)',
      ML: 'Maximum-Likelihood-Schätzung',
    },
    empirical: 'Standardfehler: {vcov}{cite}.',
    effects: {
      visit_difference: 'Der Effekt ist die Differenz der LS-Mittelwerte zu {visit}, {comparison}.',
      average_difference:
        'Der Effekt ist die Differenz der LS-Mittelwerte, mit gleichen Gewichten gemittelt über {visits}, {comparison}.',
      one: 'Der Effekt ist die Differenz der LS-Mittelwerte, {comparison}.',
      slope_difference: 'Der Effekt ist die Differenz der Steigungen, {comparison}{over}.',
    },
    alsoOver: ', auch angegeben über {length} {times}',
    intervals: 'Intervalle sind Konfidenzintervalle zum Niveau {level}.',
    mar:
      'Gemischte Modelle verwenden jede vorhandene Beobachtung und ersetzen keinen Score; ihre Ergebnisse sind gültig, wenn Scores ' +
      'zufällig fehlen (missing at random, MAR), das heißt, wenn das Fehlen eines Scores vom Beobachteten abhängt und nicht vom ' +
      'fehlenden Score.',
    completeCases:
      'Lineare Modelle mit einem Score je Person verwenden die Teilnehmenden, die ihn haben, und ersetzen keinen.',
    unadjusted: 'Alle {p}-Werte sind zweiseitig und nicht für die Zahl der Endpunkte oder Visiten adjustiert.',
    unadjustedSeveral:
      'Alle {p}-Werte sind zweiseitig und nicht für die Zahl der Endpunkte, der Visiten oder der Vergleiche zwischen Armen adjustiert.',
    twoSided: 'Alle {p}-Werte sind zweiseitig.',
    adjusted: 'Für {label} wurden die {p}-Werte nach {method}{cite} über {family} adjustiert.',
    intervalsPlain: 'Konfidenzintervalle sind nicht adjustiert.',
    gate:
      'Die Endpunkte wurden in fester Reihenfolge{cite} getestet, die primären zuerst, jeder zum Niveau {alpha} und nur, wenn alle ' +
      'Hypothesen vor ihm verworfen waren: {order}.',
    gateRule: {
      one: 'Eine Nullhypothese wurde verworfen, wenn ihr {p} höchstens {alpha} betrug; {stop}',
      several:
        'Eine Nullhypothese wurde verworfen, wenn der {p} jedes ihrer Vergleiche höchstens {alpha} betrug; {stop}',
    },
    gateP: '{p}-Wert',
    gateAdjustedP: '{p}-Wert (wo angegeben, der adjustierte)',
    gateStop:
      'die erste, die nicht verworfen oder nicht getestet werden konnte, beendete die Folge, und die danach werden berichtet, ohne ' +
      'konfirmatorisch zu sein.',
    mcid: 'Die kleinste klinisch bedeutsame Differenz (MCID) von {label} wurde mit {amount} angesetzt{source}.',
    source: ' ({source})',
    proportions:
      'Anteile wurden durch Risikodifferenzen (Intervall nach {difference}{differenceCite}), relative Risiken ' +
      '(Koopman{ratioCite}) und Odds Ratios (exakt bedingt) verglichen.',
    fisher: 'Ihre {p}-Werte stammen aus dem exakten Test nach Fisher.',
    gee:
      'Responder für {label} über alle Visiten wurden durch verallgemeinerte Schätzgleichungen (GEE){cite} verglichen (logistisch; ' +
      'Arm, Visite und Arm × Visite; austauschbare Arbeitskorrelation), mit {vcov}{vcovCite}.',
    geeMcar:
      'Diese verwenden jede vorhandene Antwort und ersetzen keine, setzen aber anders als gemischte Modelle voraus, dass Antworten ' +
      'völlig zufällig fehlen (missing completely at random, MCAR): Das Fehlen darf von Arm und Visite abhängen, aber von keiner ' +
      'Antwort, ob beobachtet oder nicht.',
    geeVcov: {
      sandwich: 'robusten Standardfehlern',
      mancl_derouen: 'robusten, für wenige Teilnehmende korrigierten Standardfehlern',
    },
    standardisedDifferences: 'Standardisierte Differenzen zur Baseline sind die nach Yang und Dalton{cite}.',
    blinding: 'Die Verblindung wurde mit den Indizes nach James{james} und Bang{bang} beurteilt.',
    software: 'Die Auswertung erfolgte mit {name} {version}.',
  },

  results: {
    simulated: 'Diese Daten sind simuliert; die Ergebnisse sind kein Beleg für oder gegen eine Behandlung.',
    randomised: 'Randomisiert wurden {list}.',
    assigned: 'Zugeteilt wurden {list}.',
    inArms: 'Teilnehmende in den Armen: {list}.',
    inArm: '{n} zu {arm}',
    ofArm: '{n} ({arm})',
    failed: '{label} konnte nicht ausgewertet werden: {message}.',
    means:
      '{label}, {when}: LS-Mittelwert {of}{list}; die Differenz, {comparison}, betrug {estimate} {unit} ({interval}{tests}).',
    ofResponse: {
      value: '',
      change: 'der Änderung gegenüber Baseline ',
      percent_change: 'der prozentualen Änderung gegenüber Baseline ',
    },
    slopes:
      '{label}, {when}: Steigung {list}; die Differenz, {comparison}, betrug {estimate} {unit} ({interval}{tests}).',
    notEstimable: '{label}, {when}: Die Differenz, {comparison}, ist aus diesen Daten nicht schätzbar.',
    difference: '{label}, {when}: Die Differenz, {comparison}, betrug {estimate} {unit} ({interval}{tests}).',
    meanOf: '{estimate} mit {arm}',
    tested: '; {p}',
    adjusted: '; adjustiert {p}',
    overWindow: 'Über {length} {times} summiert sich dies zu: {estimate} {unit} ({interval}).',
    standardised: 'Das sind {estimate} Standardabweichungen ({interval}; {sd}).',
    sds: { baseline_sd: 'gepoolte SD der Ausgangswerte {sd}', model_sd: 'SD des Modells {sd}' },
    direction: 'Der Schätzwert weist auf {direction} hin.',
    directions: { fatigue: 'geringere Fatigue mit {arm}', better: 'einen besseren Score mit {arm}' },
    noDirection: 'Der Schätzwert weist auf keinen der Arme hin.',
    mcid: {
      beyond: 'Das ganze Intervall ist ein Nutzen von {amount}.',
      compatible: 'Das Intervall reicht von einem Nutzen von {amount} {besides}.',
      short: 'Das Intervall ist mit einem Nutzen von {amount} nicht vereinbar: Es {besides}.',
    },
    shares: 'Von der Konfidenzverteilung liegen {better} auf der Seite des Nutzens und {beyond} jenseits der MCID.',
    noArm:
      '{label}: Keine Beobachtung des Arms {arm} konnte ausgewertet werden, sodass es für ihn keine Schätzung gibt.',
    gate: {
      rejected:
        'In der festen Testreihenfolge (Test {position}) wurde die Nullhypothese zum Niveau {alpha} verworfen{all}.',
      all: ', in jedem Vergleich ({comparisons})',
      open: 'In der festen Testreihenfolge (Test {position}) wurde die Nullhypothese zum Niveau {alpha} nicht verworfen{stops}.',
      mixed:
        'In der festen Testreihenfolge (Test {position}) wurde das Niveau {alpha} für {passed} eingehalten, für {missed} nicht; da ' +
        'jeder Vergleich es einhalten muss, wurde die Nullhypothese nicht verworfen{stops}.',
      failed: 'In der festen Testreihenfolge (Test {position}) konnte nicht getestet werden{stops}.',
      stops: ', und die Folge endete hier',
      closed:
        'In der festen Testreihenfolge (Test {position}) entfiel der Test dieses Endpunkts durch {by}; er ist nicht konfirmatorisch.',
      by: 'Test {position} ({label})',
    },
    responders: '{visit}: Responder für {label} waren {list}{comparisons}.',
    compared: ': {comparisons}',
    proportion: '{count} von {n} ({percent}) mit {arm}',
    riskDifference: 'Risikodifferenz {estimate} Prozentpunkte ({interval}{tests}), {comparison}',
    noResponders:
      '{visit}: Responder für {label} konnten nicht gezählt werden, denn niemand hat die dafür nötigen Scores.',
    gee: '{visit}, im Modell über alle Visiten: Die Odds Ratio des Ansprechens für {label} betrug {estimate} ({interval}{tests}), {comparison}.',
    geeNotEstimated:
      '{visit}, im Modell über alle Visiten: Die Odds Ratio des Ansprechens für {label} konnte nicht geschätzt werden, {comparison}.',
    geeFailed: 'Die Odds Ratios des Ansprechens für {label} über alle Visiten konnten nicht geschätzt werden.',
    geeReason: 'Zum Modell über alle Visiten: {message}.',
    safety: 'Mindestens ein unerwünschtes Ereignis hatten {list}{comparisons}.',
    comparison: '{arm} minus {reference}',
    against: '{arm} gegen {reference}',
  },
};
