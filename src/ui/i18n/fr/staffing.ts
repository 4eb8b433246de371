import type { Messages } from '../en.ts';

export const staffing: Messages['staffing'] = {
  question: 'Combien de conseillers, et quand ?',
  day: 'Jour',
  channel: 'Canal',
  shortOnDay: (count, shown) => `${shown} ${count < 2 ? 'intervalle' : 'intervalles'} en sous-effectif`,
  need: (day, agents, onChannel, clock, more) =>
    `${day}, il faut **${agents}** ${onChannel} à ${clock}, soit **${more} de plus que prévu**.`,
  enough: (day, onChannel, clock, planned, required) =>
    `${day}, chaque intervalle ${onChannel} a les conseillers qu’il lui faut ; à la pointe, ${clock}, **${planned}** pour un besoin de **${required}**.`,
  closed: (day, onChannel) => `${day}, personne n’est nécessaire ${onChannel}.`,
  onAll: 'tous canaux confondus',
  metNow: (channel, chance) =>
    `Avec ce plan, le canal ${channel} tient ses objectifs dans **${chance} des semaines**`,
  metNowAll: (chance) => `Avec ce plan, tous les objectifs sont tenus dans **${chance} des semaines**`,
  metThen: (chance) => ` ; en appliquant le besoin, **${chance}**`,
  stepTitleShort: (channel, day, range) =>
    `Besoin et conseillers prévus, ${channel}, ${day} : sous-effectif ${range}`,
  stepTitleEnough: (channel, day) =>
    `Besoin et conseillers prévus, ${channel}, ${day} : assez toute la journée`,
  stepLabel: (channel, day) => `Conseillers par intervalle, ${channel}, ${day}`,
  stepReadout: (time, required, assured, planned) =>
    `**${time}**  besoin ${required} (jusqu’à ${assured}), prévus **${planned}**`,
  stepHint: 'Tirez une marche vers le haut ou le bas, ou servez-vous des flèches.',
  agentsAxis: 'conseillers',
  band: (share) => `50–${share}`,
  measureTitle: (target, interval, missed, all) =>
    `${target}, attendu par ${interval} : ${missed === '0' ? `tenu ${all} fois sur ${all}` : `manqué ${missed} fois sur ${all}`}`,
  measureCaption: (measure, interval) => `${measure} par ${interval}`,
  measureBand: '95 % des jours',
  measure: 'Mesure',
  measureReadout: (time, value, simulated) =>
    `**${time}**  attendu ${value}${simulated === null ? '' : `, simulé **${simulated}**`}`,
  measureNoBand: 'La ligne est une valeur attendue, sans marge.',
  expected: 'attendu',
  targetShort: (value) => `objectif ${value}`,
  whatIf: 'Et si…',
  volume: 'Volume',
  handleTime: 'DMT',
  patience: 'Patience',
  containment: 'Part du chatbot',
  extraAgents: 'Conseillers ajoutés',
  assurance: 'Assurance',
  apply: 'Appliquer le besoin',
  applyNote: 'Ce que change le besoin',
  applyHint: (share) => `Dote chaque groupe pour ${share} des semaines.`,
  applyShifts: (count, groups) =>
    `${count === 1 ? 'Groupe planifié' : 'Groupes planifiés'} en vacations : ${groups}. Appliquer les remplace par des effectifs par intervalle ; Annuler les rétablit.`,
  applied: 'Le plan est égal au besoin.',
  workload: 'Charge',
  erlangC: 'Erlang C',
  erlangA: 'Erlang A',
  used: 'Utilisé ici',
  exact: 'Jour exact',
  simulation: 'Simulation',
  rung: {
    workload: {
      definition:
        'Contacts multipliés par la durée de traitement : les conseillers occupés en moyenne si personne n’attendait jamais.',
      assumes: 'Aucun hasard. S’en tenir là laisse une file sans fin.',
    },
    erlangC: {
      definition:
        'La formule de la plupart des tableurs : chaque intervalle est une file à part, où tout le monde attend.',
      assumes: 'Personne ne raccroche, rien ne se reporte. Trop de conseillers près de la saturation.',
    },
    erlangA: {
      definition: 'Erlang C avec des clients qui renoncent quand l’attente dépasse leur patience.',
      assumes: 'Chaque intervalle à part : pas de file héritée, personne qui déborde de sa vacation.',
    },
    used: {
      definition: 'Le modèle dont vient le besoin dessiné sur cette page.',
      assumes:
        'Le chat compte les conversations menées de front ; le travail différé suit échéances et heures d’ouverture ; les appels d’une équipe qui écrit aussi attendent les e-mails en cours.',
    },
    exact: {
      definition:
        'La journée entière résolue d’un bloc : ce qui attend à la fin d’un intervalle attend encore au suivant, et la vacation finit comme le dit le groupe : le plus souvent, chacun termine le contact commencé.',
      assumes:
        'La journée commence sans file ni conversation ouverte ; un canal ouvert jour et nuit, avec ce que laissent les quatre heures d’avant. Au volume attendu, avec des conseillers entiers. Ses conseillers sont le minimum quand chaque intervalle a le sien.',
    },
    simulation: {
      definition: 'Cet intervalle dans chaque semaine simulée du plan, avec la marge à 95 % de l’estimation.',
      assumes:
        'Jours chargés et calmes, compétences, conseillers partagés et durées réelles. Elle juge un plan et ne demande aucun effectif.',
    },
  },
  plannedRow: 'Prévus',
  table: (channel, day) => `${channel}, ${day}, par intervalle`,
  offered: 'Offerts',
  aht: 'DMT',
  required: 'Besoin',
  planned: 'Prévus',
  asa: 'Attente moyenne',
  frt: 'Première réponse',
  abandoned: 'Abandon',
  occupancy: 'Occupation',
  overload: (count, channel, patient) =>
    `Pendant ${count} ${count === '1' ? 'intervalle' : 'intervalles'} de la semaine, le canal ${channel} reçoit plus de travail que ses conseillers ne peuvent en faire : ${
      patient
        ? 'personne ne raccroche, et l’attente s’allonge tant que cela dure'
        : 'les abandons absorbent l’excédent'
    }.`,
  unattainable: (channel, reason) =>
    `Aucun nombre de conseillers ne tient les objectifs du canal ${channel} : ${reason}.`,
  requirementCosts: (fte, money) =>
    `${fte === null ? '' : `${fte} ETP, `}${money} de personnel par semaine ; le coût des contacts perdus change aussi.`,
  stepHintRead: 'Pointez ou touchez un intervalle, ou servez-vous des flèches, pour le lire.',
};
