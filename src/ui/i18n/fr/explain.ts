import type { Messages } from '../en.ts';

export const explain: Messages['explain'] = {
  button: (term) => `Expliquer : ${term}`,
  formula: 'Formule',
  inputs: 'Données',
  model: 'Modèle',
  reference: 'Référence',
  goal: 'Objectif',
  range: '95 % des semaines se situent entre',
  chance: 'Chance qu’une semaine tienne cet objectif',
  definition: {
    serviceLevel: 'Part des contacts traités dans le délai.',
    meanWaitAnswered: 'Attente moyenne en file des contacts qui ont reçu une réponse.',
    firstResponseMean: 'Durée moyenne entre le premier message et la première réponse d’une personne.',
    firstResponsePercentile: 'Part des contacts dont la première réponse humaine est venue dans le délai.',
    abandonment: 'Part des contacts qui ont renoncé avant d’être traités.',
    occupancy: 'Part du temps de présence que les conseillers passent sur des contacts.',
  },
  formulaOf: {
    serviceLevel: 'traités dans le délai ÷ offerts',
    meanWaitAnswered: 'somme des attentes des contacts traités ÷ traités',
    firstResponseMean: 'somme des délais de première réponse ÷ traités',
    firstResponsePercentile: 'première réponse dans le délai ÷ contacts sans abandon',
    abandonment: 'abandonnés ÷ offerts',
    occupancy: 'temps occupé ÷ temps de présence',
  },
  modelOf: {
    erlangA: 'Erlang A par intervalle : arrivées au hasard, une file, des clients qui renoncent',
    erlangC: 'Erlang C par intervalle : arrivées au hasard, une file, une patience sans fin',
    conversation: 'Une file dont le rythme dépend du nombre de conversations par conseiller',
    turns: 'Des échanges asynchrones, répondus par un groupe de conseillers',
    deferred: 'Du travail différé : la première échéance d’abord, à l’horloge des heures ouvrées',
    bot: 'Une étape automatique : portée, autonomie et résolution réelle',
  },
};
