import type { ReasonResults } from '../en/reason-results.ts';

export const reasonResults: ReasonResults = {
  name: 'Motif',
  title: (reason, hours, contacts) =>
    `${reason} : ${hours} du temps des conseillers, pour ${contacts} des contacts qui leur parviennent`,
  kept: 'Chaque motif tient ce que promet le canal.',
  misses: (list) => `En dessous de la promesse : ${list}.`,
  miss: (reason, value, promise) => `${reason} (${value} au lieu de ${promise})`,
  noPromise: 'Heures de travail des conseillers par réplication, avec intervalles à 95 %.',
  hours: (hours) => `${hours} h`,
  label: 'Heures des conseillers par réplication et par motif',
  began: 'Clients',
  solved: 'Résolus par le bot',
  toAgents: 'Aux conseillers',
  inTime: 'À temps',
  responded: 'Réponse à temps',
  wait: 'Attente moyenne',
  abandoned: 'Abandons',
  work: 'Travail par contact',
  time: 'Heures',
  part: 'Des heures',
  other: 'Aucun de ceux-ci (venus d’autres canaux)',
  luck: (share, range, gain) =>
    `À temps, quel que soit le hasard du volume : **${share}** ${range}. Le nombre de contacts venus par hasard est retiré, ce qui vaut ${gain} fois plus de réplications.`,
  spread: (worst, range, middle, best) =>
    `D’une semaine à l’autre : au plus **${worst}** à temps dans le plus mauvais dixième des semaines (${range}, intervalle à 95 %), ${middle} au milieu, au moins ${best} dans le meilleur dixième.`,
  between: {
    hours: (reason, hours, channel) =>
      `Par motif, ${channel} : le plus grand écart est sur ${reason}, ${hours} du temps des conseillers`,
    level: (reason, points, channel) =>
      `Par motif, ${channel} : le plus grand écart est sur ${reason}, ${points} à temps`,
    none: (channel) => `Par motif, ${channel} : aucun écart visible à ce stade`,
    readout: (reason, value, low, high) => `**${reason}** : **${value}**, entre ${low} et ${high}.`,
    levelHead: {
      serviceLevel: 'Contacts répondus à temps, en points de pourcentage',
      firstResponseWithin: 'Premières réponses à temps, en points de pourcentage',
    },
    hoursHead: 'Heures des conseillers par réplication',
    caption: (channel, count) =>
      `${channel} : écarts par motif sur ${count} réplications, ce scénario moins la référence ; parts en points`,
  },
};
