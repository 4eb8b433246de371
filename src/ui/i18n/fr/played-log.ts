import { pluralIn } from '../plural.ts';
import type { PlayedLogWords } from '../en/played-log.ts';

const plural = pluralIn('fr');

export const playedLog: PlayedLogWords = {
  title: 'De vrais contacts face à ce plan',
  note: 'Prenez un journal avec une ligne par appel, chat ou ticket : le plan est joué avec ces contacts-là, chacun au moment où il est venu et, là où le journal le dit, pour le temps qu’il a pris. Le journal est lu ici et n’est gardé nulle part.',
  choose: 'Choisir un journal',
  chooseAnother: 'Choisir un autre journal',
  reading: (file) => `Lecture de ${file} …`,
  playing: (done, total) => `${done} réplications sur ${total} faites.`,
  cancel: 'Arrêter',
  refused: (file) => `${file} ne peut pas être joué.`,
  kept: (file) => `${file} reste tel quel.`,
  readAs: (columns) => `Lu ainsi : ${columns}.`,
  columnAs: (role, heading) => `${role} « ${heading} »`,
  change: 'Changer',
  doubtful: 'Quelque chose dans ce fichier est douteux : vérifiez ce qui est signalé.',
  readAgain: 'Lire et jouer ainsi',
  held: (time, memory) => `Tant de contacts demandent environ ${time} et ${memory}.`,
  playAllTheSame: 'Les jouer quand même',
  failed: 'Le journal n’a pas pu être joué.',
  stale: 'Le plan a changé depuis.',
  again: 'Rejouer',
  from: 'Jour du journal joué comme premier jour',
  fromDay: (day, asDated) => (asDated ? `${day} : aux mêmes dates` : day),
  contactsOf: (name) => `Contacts de « ${name} »`,
  contactsOfAll: 'De quel canal ils sont',
  notPlayed: 'non joués',
  handleTimes: 'Durées de traitement',
  handleTimesOf: {
    log: 'celles du journal',
    talk: 'celles du journal, et le travail après contact prévu',
    scenario: 'tirées au sort, comme prévu',
  },
  found: (file, parts) => `Avec les contacts de ${file}, ${parts} sont pris à temps.`,
  inTime: (channel, share) => `**${share}** sur ${channel}`,
  nothing: (file) => `Aucun contact de ${file} ne peut être joué.`,
  sayWhose: 'Dites ci-dessus de quel canal ils sont.',
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
    asTold: (told, all, channel, mean, planned) =>
      `Sur ${channel}, ${told} sur ${all} prennent le temps qu’ils ont pris alors, ${mean} (${planned}).`,
    allAsTold: (channel, mean, planned) =>
      `Sur ${channel}, chacun prend le temps qu’il a pris alors, ${mean} (${planned}).`,
    othersDrawn:
      'Là où le journal n’a pas de durée, comme pour ceux qui ont renoncé, elle est tirée au sort comme prévu.',
    onAverage: (mean) => `${mean} en moyenne`,
    andAfter: (mean, after) => `${mean} en moyenne, puis ${after} de travail après contact`,
    planned: (mean) => `prévu : ${mean}`,
    plannedWithAfter: (mean, after) => `prévu : ${mean}, dont ${after} de travail après contact`,
    drawn: (channel, mean) =>
      `Les durées de traitement sur ${channel} sont tirées au sort comme prévu ; dans le journal elles sont de ${mean} en moyenne.`,
    conversations: (channel) =>
      `Sur ${channel}, un journal dit combien de temps les conversations ont duré, ce qui n’est pas le seul travail du conseiller : les durées sont tirées au sort.`,
    behindBot: 'Pour ceux que le bot transmet, la durée est tirée au sort.',
    patience:
      'Le temps que chacun attend avant de renoncer est tiré de la patience du canal : de ceux qui ont été pris, un journal ne le dit pas. Importé sur la page Demande, le même journal l’estime (Kaplan–Meier).',
    closed: (contacts, channel, row) =>
      `${contacts} sur ${channel} arrivent pendant la fermeture, le premier à la ligne ${row}.`,
    asPlanned: (channels) => `Le journal n’en a pas pour ${channels} : joué comme prévu.`,
    within: (channel, span) =>
      `Sur ${channel}, les heures sont données ${span} près : chaque contact vient à un moment tiré au sort dans cette durée, à nouveau à chaque réplication.`,
    otherDays: (contacts, row, from, to) =>
      `${contacts} ne sont pas joués, le premier à la ligne ${row} : hors des jours planifiés (le journal va du ${from} au ${to}).`,
    unknownChannels: (names) => `Non joués, aucun canal ne porte ce nom : ${names}.`,
    unknownReasons: (names, channel) => `Tirés au sort, ${channel} n’a pas de motif de ce nom : ${names}.`,
    rows: (rows, all, example) => `Lignes non lues : ${rows} sur ${all}. ${example}`,
  },
  toThe: {
    60: 'à la minute',
    300: 'à cinq minutes',
    600: 'à dix minutes',
    900: 'au quart d’heure',
    1800: 'à la demi-heure',
    3600: 'à l’heure',
  },
  named: (name, contacts, row) => `${name} (${contacts}, le premier à la ligne ${row})`,
};
