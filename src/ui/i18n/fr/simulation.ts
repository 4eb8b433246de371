import type { Messages } from '../en.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('fr');

export const simulation: Messages['simulation'] = {
  question: 'Le plan tient-il quand on joue des semaines entières ?',
  run: 'Simulation',
  replications: 'Réplications',
  replicationsNote:
    'Chaque réplication joue le plan entier une fois, contact par contact. Quatre fois plus de réplications divisent l’incertitude par deux.',
  seed: 'Graine',
  progress: 'Réplications faites',
  status: {
    none: () => 'Démarre dans un instant.',
    held: () => 'Pas lancée : elle durerait longtemps.',
    running: (done, total) => `${done} réplications sur ${total} faites ; pas encore définitif.`,
    done: (done) => `${done} réplications faites.`,
    cancelled: (done) => `Arrêtée après ${done} réplications.`,
    failed: () => 'La simulation n’a pas pu tourner.',
  },
  stopWhen: 'S’arrêter après',
  stopAtNumber: 'un nombre',
  stopAtPrecision: 'assez de précision',
  halfWidth: 'Chaque objectif connu à ±',
  pointsUnit: 'points',
  atMost: 'Réplications au plus',
  precisionNote:
    'Contrôlé après 64, 128, 256… réplications, pour qu’un moment de chance n’arrête pas le calcul.',
  timeLeft: (time) => `Encore ${time} environ.`,
  widest: (now, wanted) =>
    `L’objectif le moins bien connu l’est à ±\u202F${now} points ; demandé : ±\u202F${wanted}.`,
  reached: (wanted) => `Chaque objectif est connu à ±\u202F${wanted} points.`,
  notReached: (now, wanted) =>
    `Pas assez : l’objectif le moins bien connu l’est à ±\u202F${now} points ; demandé : ±\u202F${wanted}.`,
  budget: (time, memory) => `Un passage prend environ ${time} et ${memory}.`,
  budgetAtMost: (time, memory) => `Un passage prend au plus environ ${time} et ${memory}.`,
  megabytes: (count) => `${count}\u202FMo`,
  tooLong: (time) => `Ce passage durerait environ ${time}.`,
  shorten: (count, time) => `N’en jouer que ${count} (${time})`,
  runAll: (count) => `Tout jouer (${count})`,
  says: 'Ce que dit la simulation',
  open: 'Voir les semaines simulées',
  cancel: 'Arrêter',
  again: 'Simuler de nouveau',
  failed: 'Ce scénario ne peut pas être simulé tel quel.',
  stale: 'Le plan a changé depuis le dernier passage ; un nouveau est en route.',
  holds: (weeks, share, channel) =>
    `**Il tient.** Joué ${weeks} fois, même la promesse la plus serrée (${channel}) est tenue dans **${share}** des cas.`,
  misses: (weeks, channel, share, range) =>
    `**Il ne tient pas.** Joué ${weeks} fois, ${channel} tient sa promesse dans **${share}** des cas (${range}).`,
  confirms: 'La simulation confirme ce que les modèles attendaient.',
  contradictsWorse: (channels) => `Le résultat est **moins bon que prévu par les modèles** pour ${channels}.`,
  contradictsBetter: (channels) => `Le résultat est meilleur que prévu par les modèles pour ${channels}.`,
  notFinal: 'Pas encore définitif.',
  allHold: (wanted) => `Chaque objectif est tenu dans au moins ${wanted} des semaines simulées`,
  someMiss: (count, shown, wanted) =>
    `${shown} ${plural(count, { one: 'objectif est tenu', other: 'objectifs sont tenus' })} dans moins de ${wanted} des semaines simulées`,
  metLegend:
    'Point plein et barre : simulé, avec son intervalle à 95 %. Point vide : attendu par les modèles.',
  metReadout: (name, goal, share, range, expected) =>
    `**${name}** (${goal}) : tenu dans **${share}** des semaines (${range}) ; les modèles attendaient ${expected}`,
  verdictCaption: 'Objectifs tenus, selon la simulation et les modèles',
  goal: 'Objectif',
  expected: 'Attendu',
  met: 'Tenu dans',
  interval: 'Intervalle à 95 %',
  wanted: (share) => `voulu ${share}`,
  day: 'Jour',
  channel: 'Canal',
  closed: (channel, day) => `${day}, ${channel} est fermé.`,
  pointAt: 'Pointez un intervalle.',
  levelTitle: (channel, day, below, all, limit) =>
    `Réponse en ${limit}, ${channel}, ${day} : sous l’objectif dans ${below} intervalles sur ${all}`,
  levelTitleMet: (channel, day, limit) =>
    `Réponse en ${limit}, ${channel}, ${day} : objectif tenu toute la journée`,
  levelTitleBare: (channel, day, limit) => `Réponse en ${limit}, ${channel}, ${day}`,
  dayCaption: (channel, day) => `${channel} simulé, ${day}`,
  intervalReadout: (time, level, queue, abandoned) =>
    `**${time}** ${level} à temps, ${queue} en attente en moyenne, ${abandoned} abandonnent`,
  offered: 'Offerts',
  queue: 'En attente',
  queueTitle: (channel) => `Contacts en attente, ${channel}, avec l’intervalle à 95 % de la moyenne`,
  responseTitle: (channel, half, most) =>
    `Canal ${channel} : la moitié des contacts traités le sont en ${half}, neuf sur dix en ${most}`,
  responseTitleAtOnce: (channel, share, most) =>
    `Canal ${channel} : ${share} des contacts traités n’attendent pas du tout ; neuf sur dix attendent au plus ${most}`,
  responseTitleMostAtOnce: (channel, share) =>
    `Canal ${channel} : ${share} des contacts traités n’attendent pas du tout`,
  responseNote: 'Toutes les réplications ensemble ; les clients qui ont abandonné n’y sont pas.',
  responseReadout: (share, time) => `**${share}** des contacts traités attendent au plus **${time}**`,
  responseX: 'attente jusqu’à la réponse',
  responseY: 'traités',
  promise: 'la promesse',
  within: 'En',
  answeredShare: 'Part des contacts traités',
  groupsCaption: 'Conseillers tels que simulés',
  group: 'Groupe',
  busy: 'Heures de travail',
  staffed: 'Heures en poste',
  overrun: 'Heures au-delà de la vacation',
};
