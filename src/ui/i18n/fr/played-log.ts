import { pluralIn } from '../plural.ts';
import type { PlayedLogWords } from '../en/played-log.ts';

const plural = pluralIn('fr');

export const playedLog: PlayedLogWords = {
  title: 'De vrais contacts face à ce plan',
  note: 'Prenez un journal avec une ligne par appel, chat ou ticket : le plan est joué avec ces contacts-là, chacun au moment où il est venu. Durées et patience sont celles des canaux. Le journal est lu ici et n’est gardé nulle part.',
  choose: 'Choisir un journal',
  chooseAnother: 'Choisir un autre journal',
  reading: (file) => `Lecture de ${file} …`,
  playing: (done, total) => `${done} réplications sur ${total} faites.`,
  cancel: 'Arrêter',
  refused: (file) => `${file} ne peut pas être joué.`,
  failed: 'Le journal n’a pas pu être joué.',
  stale: 'Le plan a changé depuis.',
  again: 'Rejouer',
  from: 'Jour du journal joué comme premier jour',
  fromDay: (day, asDated) => (asDated ? `${day} : aux mêmes dates` : day),
  found: (file, parts) => `Avec les contacts de ${file}, ${parts} sont pris à temps.`,
  inTime: (channel, share) => `**${share}** sur ${channel}`,
  nothing: (file) => `Aucun contact de ${file} ne peut être joué.`,
  replications: (count, shown) =>
    `${shown} ${plural(count, { one: 'réplication', other: 'réplications' })} avec les mêmes contacts ; « prévu » renvoie aux semaines simulées ci-dessus.`,
  channel: 'Canal',
  contacts: 'Contacts du journal',
  plannedContacts: 'Contacts prévus',
  level: 'À temps',
  plannedLevel: 'À temps, prévu',
  wait: 'Attente moyenne',
  abandoned: 'Ont renoncé',
  caption: 'Ce que le plan fait du journal',
  remarks: {
    closed: (contacts, channel) => `${contacts} sur ${channel} arrivent pendant la fermeture.`,
    asPlanned: (channels) => `Le journal n’en a pas pour ${channels} : joué comme prévu.`,
    toTheMinute:
      'Ses heures sont à la minute près : les contacts d’une minute sont répartis régulièrement sur elle.',
    otherDays: (contacts, from, to) =>
      `${contacts} ne sont pas joués : hors des jours planifiés (le journal va du ${from} au ${to}).`,
    unknownChannels: (names) => `Non joués, aucun canal ne porte ce nom : ${names}.`,
    unknownReasons: (names, channel) => `Tirés au sort, ${channel} n’a pas de motif de ce nom : ${names}.`,
    rows: (rows, all, example) => `Lignes non lues : ${rows} sur ${all}. ${example}`,
  },
  named: (name, contacts) => `${name} (${contacts})`,
};
