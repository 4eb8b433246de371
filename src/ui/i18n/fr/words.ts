import type { Messages } from '../en.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('fr');

export const words: Messages['words'] = {
  channel: {
    phone: 'Téléphone',
    chat: 'Chat',
    messaging: 'Messagerie',
    email: 'E-mail',
    social: 'Réseaux',
    selfService: 'Libre-service',
  },
  onChannel: {
    phone: 'au téléphone',
    chat: 'au chat',
    messaging: 'à la messagerie',
    email: 'aux e-mails',
    social: 'aux réseaux sociaux',
    selfService: 'au libre-service',
  },
  letter: { phone: 'T', chat: 'C', messaging: 'M', email: 'E', social: 'R', selfService: 'L' },
  allChannels: 'Tous',
  agents: (count, shown) => `${shown} ${plural(count, { one: 'conseiller', other: 'conseillers' })}`,
  contacts: (count, shown) => `${shown} ${plural(count, { one: 'contact', other: 'contacts' })}`,
  interval: { 15: 'quart d’heure', 30: 'demi-heure', 60: 'heure' },
  serviceLevel: 'Niveau de service',
  meanWaitAnswered: 'Attente moyenne avant réponse',
  firstResponseMean: 'Délai moyen de première réponse',
  firstResponsePercentile: 'Première réponse à temps',
  abandonment: 'Abandon',
  occupancy: 'Occupation',
  handleTime: 'DMT',
  volume: 'Volume',
  required: 'besoin',
  planned: 'prévus',
  simulated: 'simulé',
  target: 'objectif',
  difference: 'Écart',
  asa: 'TMA',
  frt: 'DPR',
  shareWithin: (share, limit) => `${share} en ${limit}`,
  atMost: (what, most) => `${what} d’au plus ${most}`,
  onNamed: (name) => `sur ${name}`,
};
