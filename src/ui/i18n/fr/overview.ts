import type { Messages } from '../en.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('fr');

export const overview: Messages['overview'] = {
  question: 'La semaine va-t-elle tenir ?',
  yes: 'Oui.',
  almost: 'Presque.',
  no: 'Pas en l’état.',
  chanceOfAll: (chance) => `Tous les objectifs sont tenus dans **${chance}** de ces semaines.`,
  short: (list) => `Il manque ${list}.`,
  shortItem: (agents, onChannel, when) => `**${agents} ${onChannel}, ${when}**`,
  and: ' et ',
  nobodyShort: 'Aucun intervalle n’est en sous-effectif.',
  withActions: (count, chance, price) =>
    count === 1
      ? `L’action proposée porterait cette part à **${chance}**, pour **${price}** par semaine.`
      : `Les ${count} actions proposées la porteraient à **${chance}**, pour **${price}** par semaine.`,
  riskTitle: (onChannel, when) => `C’est ${onChannel} qu’il manque le plus de conseillers, ${when}`,
  riskTitleNone: 'Chaque intervalle a les conseillers qu’il lui faut',
  riskLabel: 'Conseillers manquants et en trop, par jour et intervalle',
  riskShort: (when, agents, onChannel) => `${when} : **il manque ${agents}** ${onChannel}`,
  riskSpare: (when, share) => `${when} : ${share} de conseillers de plus que nécessaire`,
  riskEven: (when) => `${when} : autant de conseillers que nécessaire`,
  riskClosed: (when) => `${when} : fermé`,
  riskHint: 'Pointez un intervalle ; Entrée ouvre sa journée.',
  chanceTitle: 'Chance de tenir les objectifs de la semaine : aujourd’hui ○, avec les actions ●',
  chanceTitleNow: 'Chance de tenir les objectifs de la semaine',
  chanceLabel: 'Chance de tenir les objectifs, par canal',
  chanceOf: (channel, now, then) => `${channel} : **${now}** aujourd’hui, **${then}** avec les actions`,
  chanceNow: (channel, now) => `${channel} : **${now}**`,
  wanted: (share) => `visé ${share}`,
  actions: (count) => plural(count, { one: 'Une action', other: `${count} actions, par effet` }),
  actionTitle: (when, agents, onChannel) => `${when} : ${agents} ${onChannel}`,
  actionEffect: (channel, before, after) => `${channel} ${before} → ${after}`,
  apply: 'Appliquer',
  applyNamed: (action) => `Appliquer : ${action}`,
  noActions: 'Rien à ajouter : aucun intervalle n’est en sous-effectif.',
  findingActions: 'Recherche d’actions…',
  tableTitle: 'Canal par canal',
  channel: 'Canal',
  goal: 'Objectif',
  expected: 'Attendu',
  chance: 'Chance',
  shortIntervals: 'Intervalles courts',
  peakRequired: 'Besoin à la pointe',
  peakPlanned: 'Prévus à la pointe',
};
