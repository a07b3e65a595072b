// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const effectWords: Strings['effects'] = {
  caption: 'Effekte im Einzelnen',
  standardised: 'Standardisiert',
  standardisedNote:
    'Standardisiert: Schätzwert und Grenzen geteilt durch die genannte SD; sonst wird nichts geschätzt.',
  standardisedSds: {
    baseline_sd: 'gepoolte SD der Ausgangswerte',
    model_sd: 'SD des Modells zur Visite',
  },
  sd: (name, sd) => `${name} ${sd}`,
  noStandardised: 'keine SD, durch die geteilt werden könnte',
  mcid: 'Im Vergleich zur MCID',
  noMcid: 'für den Endpunkt ist keine relevante Differenz angegeben',
  units: { points: 'Punkten', percent: 'Prozentpunkten' },
  amount: '{value} {unit}{orMore}{over}',
  orMore: ' oder mehr',
  over: ' über {length} {times}',
  publishedIn: (population, source) => `veröffentlicht für „${population}“: ${source}`,
  publishedMcid: ' (MCID, veröffentlicht für „{population}“)',
  position: {
    beyond: (amount) => `ganzes Intervall ein Nutzen von ${amount}`,
    compatible: (amount, besides) => `von einem Nutzen von ${amount} ${besides}`,
    short: (amount, besides) => `kein Nutzen von ${amount}: ${besides}`,
  },
  besides: {
    smaller_benefit: 'einem kleineren Nutzen',
    no_difference: 'keiner Differenz',
    smaller_harm: 'einem kleineren Nachteil',
    harm: 'einem Nachteil von {amount}',
  },
  upTo: '{through}bis zu {worst}',
  through: 'über keine Differenz ',
  fromTo: 'reicht von {best} {through}bis zu {worst}',
  only: 'entspricht nur {worst}',
  shares: (better, beyond) => `${better} auf der Seite des Nutzens, ${beyond} jenseits der MCID`,
  mcidIs: (label, amount, source) =>
    `${label}: Die MCID (kleinste klinisch bedeutsame Differenz) liegt bei ${amount}${source === null ? '' : ` (${source})`}.`,
  sharesNote:
    'Die Anteile beziehen sich auf die Konfidenzverteilung, also die Intervalle aller Niveaus zugleich. Sie lesen das ' +
    'Intervall ab; sie sind kein Test und keine Wahrscheinlichkeit dafür, dass eine Behandlung wirkt.',
  pilotNote: 'Pilotstudie: Berichtet werden Schätzwerte und Intervalle, keine p-Werte.',
};
