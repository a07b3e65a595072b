// SPDX-License-Identifier: MIT
import type { Strings } from '../../strings.js';

export const frameWords: Strings['frame'] = {
  title: 'Fatigue Calculator',
  waiting: 'Es wird darauf gewartet, dass die umgebende Seite den Plan sendet …',
  badTitle: 'Dieser Rahmen lässt sich unter dieser Adresse nicht verwenden',
  badMessageTitle: 'Der Plan, den die umgebende Seite gesendet hat, wurde nicht übernommen',
  badMessage:
    'Ein Plan muss als Objekt gesendet werden, {type: „fatigue-calculator:plan“, plan: {…}}, und nicht als Text, Adresse oder Liste.',
  noOrigin:
    'Die Adresse dieses Rahmens endet auf #plan, also soll die umgebende Seite den Plan senden; sie sagt aber nicht, welche ' +
    'Seite das ist: Ergänzen Sie ?origin= mit dem Ursprung dieser Seite, etwa https://example.org.',
  noParent:
    'Die Adresse dieses Rahmens endet auf #plan, also soll eine umgebende Seite den Plan senden; es gibt aber keine: ' +
    'Öffnen Sie diese Seite, oder geben Sie den Plan nach #plan= an.',
  badFragment: 'Was nach #plan= steht, ist kein Plan in base64url.',
  foreignAddress: (address) =>
    `„${address}“ wird nicht verwendet: Nach ?plan= und ?data= werden nur Adressen auf dem Server dieses Rahmens geladen.`,
  sandboxed:
    'Ein Rahmen mit sandbox darf nichts laden: Geben Sie den Plan nach #plan= an, oder senden Sie ihn als Nachricht.',
};
