import type { Messages } from '../en.ts';

export const cost: Messages['cost'] = {
  question: 'Combien coûte le plan, et combien coûterait un meilleur service ?',
  answer: (week, contact, fte, staff) =>
    `Le plan coûte **${week} par semaine**, ${staff === null ? 'tout' : `dont ${staff}`} pour le personnel (**${fte} ETP**)${staff === null ? '' : ', le reste en chatbots et contacts perdus'}, soit **${contact} par contact**.`,
  answerRequirement: (assurance, week, planned, change) =>
    `Un effectif qui suffit dans ${assurance} des semaines coûte ${week} par semaine, au lieu de ${planned} avec ce plan (**${change}**) ; les contacts perdus s’y ajoutent dans les deux cas.`,
  answerSame: (assurance) =>
    `Un effectif qui suffit dans ${assurance} des semaines coûte autant que celui de ce plan.`,
  answerPoint: (channel, from, to, price) =>
    `Promettre ${to} au lieu de ${from} ${channel} ajoute **${price} par semaine** de personnel.`,
  answerPointFree: (channel, from, to, others) =>
    `Promettre ${to} au lieu de ${from} ${channel} ne demande pas plus de personnel : ${others ? 'un autre objectif demande déjà autant de conseillers' : 'les conseillers requis y suffisent déjà'}.`,
  frontierTitle: (chance) =>
    `Le plan tient tous les objectifs dans ${chance} des semaines ; plus d’assurance coûte plus cher`,
  frontierLabel: 'Coût de personnel par semaine selon la chance de tenir tous les objectifs',
  frontierX: 'coût de personnel par semaine',
  frontierY: 'chance',
  here: 'le plan',
  frontierPoint: (assurance, cost, chance) =>
    `Dimensionné pour ${assurance} des jours : ${cost} par semaine, tous les objectifs tenus dans ${chance} des semaines`,
  assurance: 'Dimensionné pour',
  assuranceDays: (share) => `${share} des jours`,
  chanceOfAll: 'Tous les objectifs tenus',
  driversTitle: (driver, less, more) =>
    `${driver} : le premier facteur du coût d’un bon service, ±10 % font de ${less} à ${more} par semaine`,
  driversNote:
    'Coût du personnel requis, chaque facteur 10 % plus bas ou plus haut ; chaque barre est recalculée.',
  driver: {
    volume: 'Volume',
    handleTime: 'DMT',
    patience: 'Patience',
    containment: 'Part du chatbot',
    shrinkage: 'Temps non productif',
    hourlyCost: 'Coût horaire',
  },
  driverColumn: 'Facteur',
  lower: '−10 %',
  higher: '+10 %',
  chanceLower: 'Objectifs tenus à −10 %',
  chanceHigher: 'Objectifs tenus à +10 %',
  waterfallTitle: (paid, work) => `${work} heures de travail demandent ${paid} heures payées par semaine`,
  waterfallNote: (assurance) =>
    `Le besoin est l’effectif qui suffit dans ${assurance} des semaines ; le travail est celui du volume attendu.`,
  workNote:
    'Le travail est celui de tous les contacts attendus, y compris ceux qui abandonnent ou attendent encore à la fin. Les « Heures de travail » de la page Simulation sont celles des contacts traités, pendant les vacations.',
  work: 'Travail lui-même',
  waiting: 'Attente et réserve',
  surplus: 'Au-dessus du besoin',
  shortfall: 'En dessous du besoin',
  onFloor: 'En poste',
  absences: 'Absences',
  shrinkage: 'Temps non productif (shrinkage)',
  paid: 'Payées',
  hours: 'heures par semaine',
  pricesTitle: (channel) => `Le prix de chaque niveau de service : ${channel}`,
  pricesLabel: 'Coût de personnel par semaine selon le niveau de service promis',
  pricesX: 'niveau de service promis',
  pricesY: 'coût',
  priceHere: 'promesse actuelle',
  pricePoint: (share, cost) => `${share} à temps : ${cost} par semaine`,
  promise: 'Promis',
  groupsCaption: 'Temps et coûts par groupe, par semaine',
  group: 'Groupe',
  floorHours: 'Heures en poste',
  paidHours: 'Heures payées',
  fte: 'ETP',
  hourlyCost: 'Par heure payée',
  costPerWeek: 'Coût',
  requirementCost: 'Besoin',
  staff: 'Personnel',
  total: 'Total',
  bots: 'Chatbots',
  lost: 'Contacts perdus',
  perWeek: 'Par semaine',
  perContact: 'Par contact',
  perResolution: 'Par résolution',
  perMonth: 'Par mois',
  assumptions: 'Hypothèses',
  hoursPerFte: 'Heures payées par ETP et semaine',
  lostContact: 'Coût d’un contact perdu',
  channel: 'Canal',
};
