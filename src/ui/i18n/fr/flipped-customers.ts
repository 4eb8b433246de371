import type { FlippedCustomers } from '../en/flipped-customers.ts';

export const flippedCustomers: FlippedCustomers = {
  title: (count) => `Un par un\u202F: les ${count} premiers de la première réplication`,
  caption: 'Clients qui s’en sortent autrement, un par un',
  when: 'Premier contact',
  moment: (day, time) => `${day} ${time}`,
  answered: (wait) => `réponse après ${wait}`,
  answeredAtOnce: 'réponse immédiate',
  abandoned: (wait) => `abandon après ${wait}`,
  elsewhere: (ended, channel) => `${ended} (${channel})`,
  ending: {
    blocked: 'lignes toutes prises',
    turnedAway: 'venu hors des heures d’ouverture',
    solvedByBot: 'résolu par le bot',
    leftByBot: 'laissé sans solution par le bot',
  },
};
