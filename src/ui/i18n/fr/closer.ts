import type { CloserMessages } from '../en/closer.ts';

export const closer: CloserMessages = {
  tabs: 'Voir de plus près',
  agent: '± conseillers, demande',
  models: 'Modèles comparés',
  levels: 'Niveaux de service',
  numbers: 'Tous les chiffres',
  interval: 'Intervalle',
  ofDay: (clock, mark) => `${clock}${mark}`,
  markWorst: ' · le plus de conseillers manquants',
  markPeak: ' · pointe',
  byShifts: 'Ce canal est prévu en vacations, et une vacation ne suit pas une seule marche.',
  byInterval: 'Prévoir par intervalle',
  byIntervalThen:
    'Change les vacations en conseillers par intervalle, que l’on peut tirer. Annuler rétablit les vacations.',
  aboveLine: (assurance, shared) =>
    `Par endroits, le plan dépasse la courbe du besoin : elle montre le minimum au volume attendu, alors que chaque groupe est doté en conseillers entiers pour ${assurance} des semaines${shared ? ', et sert aussi d’autres canaux' : ''}.`,
  bandText: (low, high) => `de ${low} à ${high} pour 95 % des jours`,
  bandBefore: ', recalcul en cours',
  bandHint: 'Bande : 95 % des jours, selon leur affluence.',
  bandNone: 'Ici les jours ne varient pas : pas de bande.',

  change: 'Changement d’un intervalle',
  changeOf: {
    moreAgents: () => 'Un conseiller de plus',
    fewerAgents: () => 'Un conseiller de moins',
    volume: (by) => `${by} de contacts en plus`,
    handleTime: (by) => `DMT plus longue de ${by}`,
    patience: (by) => `${by} de patience en plus`,
  },
  measure: 'Mesuré par',
  measureOf: {
    inTime: 'À temps',
    missed: 'En retard ou perdus',
    level: 'Niveau de service',
    lost: 'Abandons',
  },
  effectTitle: {
    moreAgents: (_by, helps) => `Un conseiller de plus ${helps ? 'aide' : 'pèse'} surtout`,
    fewerAgents: (_by, helps) => `Un conseiller de moins ${helps ? 'aide' : 'pèse'} surtout`,
    volume: (by, helps) => `${by} de contacts en plus ${helps ? 'aident' : 'pèsent'} surtout`,
    handleTime: (by, helps) => `Une DMT plus longue de ${by} ${helps ? 'aide' : 'pèse'} surtout`,
    patience: (by, helps) => `${by} de patience en plus ${helps ? 'aident' : 'pèsent'} surtout`,
  },
  effectTitleOn: (title, when, amount) => `${title} ${when} : ${amount}`,
  effectAmount: {
    inTime: (amount, more) => `${amount} servis à temps en ${more ? 'plus' : 'moins'}`,
    missed: (amount, more) => `${amount} en retard ou perdus en ${more ? 'plus' : 'moins'}`,
    level: (amount, more) => `${amount} points de niveau de service en ${more ? 'plus' : 'moins'}`,
    lost: (amount, more) => `${amount} abandons en ${more ? 'plus' : 'moins'}`,
  },
  effectWaiting: (change) => `${change} : calcul en cours`,
  effectFlat: (change) => `${change} : presque rien ne change, quel que soit l’intervalle`,
  points: (points) => `${points} pts`,
  effectPart: {
    inTime: (amount) => `${amount} à temps`,
    missed: (amount) => `${amount} en retard ou perdus`,
    level: (amount) => `${amount} de niveau de service`,
    lost: (amount) => `${amount} abandons`,
  },
  cellEffect: (when, change, parts) => `**${when}**  ${change} : ${parts}`,
  cellClosed: (when) => `**${when}**  fermé`,
  cellWaiting: (when) => `**${when}**  pas encore calculé`,
  cellNobody: (when) => `**${when}**  personne en poste`,
  cellNoContacts: (when) => `**${when}**  aucun contact`,
  effectWhat: {
    inTime: (within, reply) =>
      reply ? `Contacts dont la première réponse vient en ${within}` : `Contacts servis en ${within}`,
    missed: (within, reply) =>
      reply ? `Contacts sans première réponse en ${within}` : `Contacts non servis en ${within}`,
    level: (within, reply) =>
      `Part ${reply ? 'dont la première réponse vient' : 'servie'} en ${within}, comme le canal la promet`,
    lost: () => 'Contacts qui renoncent à attendre',
  },
  effectBy: {
    day: (what) => `${what}, sur toute la journée, résolue à nouveau pour chaque intervalle.`,
    flow: (what) =>
      `${what} d’ouverture, sur tout le plan ; le stock est écoulé à nouveau pour chaque intervalle.`,
  },
  effectShared: 'Comptés sur toutes les lignes de la même file ; seule la demande de ce canal change.',
  effectTerm: { inTime: 'à temps', missed: 'en retard ou perdus', level: 'niveau', lost: 'abandons' },
  effectFormula: (what, changed, plain) => `${what} avec ${changed} − ${what} avec ${plain}`,
  changedFrom: {
    moreAgents: () => ['n', 'n + 1'],
    fewerAgents: () => ['n', 'n − 1'],
    volume: (factor) => ['contacts', `${factor} · contacts`],
    handleTime: (factor) => ['DMT', `${factor} · DMT`],
    patience: (factor) => ['patience', `${factor} · patience`],
  },
  weekLabel: 'Jours par intervalles',
  slot: 'Heure',

  model: 'Modèle',
  agentsAt: (clock) => `Conseillers, ${clock}`,
  gap: 'Écart au besoin',
  hours: (day) => `Heures, ${day}`,
  level: 'Niveau',
  same: 'égal',
  ours: 'dessiné ci-dessus',
  gapMore: (agents) => `${agents} de plus que le besoin dessiné ci-dessus`,
  gapLess: (agents) => `${agents} de moins que le besoin dessiné ci-dessus`,
  gapSame: 'Autant que le besoin dessiné ci-dessus',
  formulaOfModel: {
    workload: 'contacts × DMT ÷ intervalle',
    erlangC: '1 − C(n, a) · e^(−(n − a) · T ÷ DMT)',
    erlangA: 'M/M/n+M : ceux qui attendent partent au rythme 1 ÷ patience',
    used: 'le modèle nommé ci-dessous, pour chaque objectif',
    exact: 'M(t)/M/n(t)+M, résolu de l’ouverture à la fermeture',
    simulation: 'à temps ÷ offerts, sur toutes les réplications',
  },
  formulaTalkDay:
    'conversations ouvertes selon la courbe de conversation, résolues de l’ouverture à la fermeture',
  figure: {
    agents: 'conseillers',
    gap: 'écart au besoin',
    hours: 'heures du jour',
    level: 'niveau',
    reply: 'première réponse',
    lost: 'abandons',
  },
  figureOf: {
    agents: 'Le moins de conseillers qui tient chaque objectif du canal, selon ce modèle.',
    gap: 'Conseillers de ce modèle moins le besoin dessiné ci-dessus.',
    hours: 'Conseillers de ce modèle sur tous les intervalles du jour.',
    level: 'Part à temps que ce modèle attend avec les conseillers prévus.',
    reply: 'Durée moyenne du premier message à la première réponse, avec les conseillers prévus.',
    lost: 'Part des clients qui abandonnent avant d’être pris en charge, avec les conseillers prévus.',
  },
  figureFormula: {
    agents: 'le plus petit n pour lequel chaque objectif est tenu',
    gap: 'conseillers du modèle − besoin',
    hours: 'conseillers × heures d’un intervalle, additionnés',
    reply: '(attente + délai de réponse) ÷ servis',
    lost: 'abandons ÷ offerts',
  },
  workedNeed: (agents) => `${agents} conseillers tiennent tous les objectifs`,
  workedLevel: (agents, level) => `${agents} conseillers prévus : ${level}`,
  aht: 'DMT',
  sheet: (hours, day, ours, gap) =>
    `L’Erlang C d’un tableur demande **${hours}** heures de conseillers ${day} ; le besoin dessiné ci-dessus en compte **${ours}** (${gap}).`,
  sheetChat: (hours, day, ours, gap) =>
    `Un contact à la fois, comme l’Erlang C d’un tableur, ${day} demande **${hours}** heures de conseillers ; le besoin dessiné ci-dessus en compte **${ours}** (${gap}).`,
  talkDay: (clock, day, steady) =>
    `À ${clock}, avec les conseillers prévus et le volume attendu, le jour exact donne les premières réponses en **${day.reply}** en moyenne${day.inTime === null ? '' : `, **${day.inTime}** à temps`}, et perd **${day.lost}** des clients. L’intervalle à part, en régime établi : ${steady.reply}${steady.inTime === null ? '' : `, ${steady.inTime}`} et ${steady.lost}.`,
  talkSimulated: (inTime, lost) =>
    `La simulation, avec ses jours plus ou moins chargés :${inTime === null ? '' : ` **${inTime}** à temps,`} **${lost}** perdus.`,
  sheetNone:
    'Le travail différé n’a pas d’Erlang C : ses conseillers suivent les échéances et les heures d’ouverture.',
  modelsHint: (within) =>
    within === null
      ? 'Conseillers : le minimum qui tient les objectifs. Heures : le même sur la journée.'
      : `Conseillers : le minimum qui tient les objectifs. Niveau : servis en ${within} avec les conseillers prévus.`,
  warning: {
    noQueueing: 'Personne n’y attend jamais : s’en tenir là laisse une file sans fin.',
    noHangUps: 'Personne n’y raccroche : trop près de la saturation, et aveugle aux abandons.',
    overloaded:
      'Plus de travail que ces conseillers n’en font : sans abandon, la file ne se stabilise jamais.',
    longPatience:
      'Les clients attendent plus longtemps que l’intervalle : il n’a pas le temps de se stabiliser.',
    backlog: 'Une file reste de l’intervalle précédent ; ce modèle commence sans elle.',
    shiftEnds: 'Des conseillers partent ici et finissent leur contact ; ce modèle ne les voit pas.',
    handedBack:
      'Des conseillers partent ici et rendent leurs contacts à la file ; ce modèle ne les voit pas.',
    shared:
      'Des conseillers sont partagés avec d’autres canaux : chaque formule en donne ici une part fixe au canal.',
    pooled:
      'Plusieurs lignes partagent une file : chaque formule prend ici la part du canal pour une file à elle seule.',
    talks:
      'Les conseillers mènent aussi les conversations d’autres canaux. Le modèle utilisé ici et le jour exact les prennent pour un seul ensemble ; le jour exact reporte ce qui est ouvert d’un intervalle à l’autre et prend la part de chaque canal comme établie dans chacun. Erlang C donne au canal une part fixe des conseillers.',
    fillsUp:
      'La journée se remplit encore : les conseillers mènent moins de conversations que dans le régime établi que ce modèle suppose.',
    comeBack:
      'Des clients reviennent sur ce canal (page Canaux) : les formules ne comptent que les premiers contacts, la simulation les compte tous.',
    callback:
      'Certains préfèrent un rappel à l’attente : les formules les font attendre, attentes et abandons y sont trop grands.',
    leaveSooner:
      'Ici plus de clients partent tôt qu’avec la patience exponentielle des formules : elles montrent trop peu d’abandons et des attentes trop longues.',
    leaveLater:
      'Ici moins de clients partent tôt qu’avec la patience exponentielle des formules : elles montrent trop d’abandons et des attentes trop courtes.',
    lines:
      'Ici les lignes sont limitées : les formules laissent entrer chacun, attentes et abandons y sont trop grands, et personne n’est refusé.',
    silent:
      'Certains partent sans prévenir et gardent une place jusqu’au délai : les formules la libèrent aussitôt, attentes et abandons y sont trop petits.',
    overflow:
      'Des groupes n’aident qu’après une attente : les formules comptent sur eux aussitôt, les attentes y sont trop courtes.',
    nobodyAtOnce:
      'Tous les groupes n’aident qu’après une attente : les formules comptent sur eux aussitôt, les niveaux y sont bien trop hauts.',
    lastContact:
      'Des conseillers ne prennent plus rien en fin de vacation : les formules comptent sur eux jusqu’au bout, comme le jour exact de conseillers partagés avec d’autres canaux, et les niveaux y sont trop hauts.',
    quietCounted:
      'Son niveau tient compte de ce que les conseillers ne prennent plus rien en fin de vacation ; le besoin non, car nul ne sait encore quelles vacations finissent.',
    bunched:
      'Des contacts arrivent par paquets, ou par vagues dans la journée : les formules les prennent un à un, les attentes y sont trop courtes.',
    carriedIn:
      'Des clients attendent déjà à la première ouverture : les formules prennent chaque intervalle pour lui-même et les laissent de côté, les premières attentes y sont trop courtes ; le jour exact commence avec eux.',
    turnPace:
      'Des groupes prennent leurs tours plus vite ou plus lentement que la moyenne : les formules en tiennent compte dans le travail, pas dans l’attente d’une réponse.',
    noConcurrency: 'Un contact à la fois, alors qu’ici un conseiller mène plusieurs conversations.',
    noDueTimes: 'Il ne connaît ni échéances ni heures d’ouverture.',
    exponentialTimes: 'Ici les durées varient plus ou moins que les durées exponentielles qu’il suppose.',
    computing: 'En calcul.',
    notSimulated: 'Pas encore simulé.',
    rough: 'Encore peu de réplications : marge large.',
  },

  definitionHead: 'Définition',
  weekHead: 'Semaine',
  needHead: 'Besoin',
  needOf:
    'Le moins de conseillers qui tient la promesse comptée selon cette définition, et tout autre objectif.',
  useHead: 'Où les contrats s’en servent',
  levelsTitle: (threshold, low, high) =>
    `En ${threshold}, la même semaine vaut ${low} ou ${high}, selon ce que compte le contrat`,
  levelsTitleSame: (threshold, level) =>
    `En ${threshold}, toutes les définitions donnent ${level} cette semaine`,
  promised: 'promis ici',
  notPromised: (threshold) =>
    `Ce canal ne promet pas de niveau de service ; ${threshold}, c’est l’usage du métier.`,
  levelsDeferred:
    'Personne ne raccroche sur un travail différé : traités à temps sur offerts est le seul niveau de service, les six définitions se valent.',
  definition: {
    offered: {
      name: 'Sur tous les offerts',
      formula: 'traités à temps ÷ tous les offerts',
      use: 'L’usage de la plupart des systèmes et des marchés publics ; chaque abandon compte contre vous.',
    },
    answered: {
      name: 'Sur les traités',
      formula: 'traités à temps ÷ traités',
      use: 'Certains prestataires ; flatteur quand beaucoup raccrochent.',
    },
    excludeAbandonsWithin: {
      name: 'Sans abandons rapides',
      formula: 'traités à temps ÷ (offerts − abandonnés à temps)',
      use: 'Contrats où un abandon avant le seuil n’est la faute de personne.',
    },
    creditAbandonsWithin: {
      name: 'Abandons rapides crédités',
      formula: '(traités à temps + abandonnés à temps) ÷ offerts',
      use: 'Favorable au prestataire : les abandons précoces comptent comme traités.',
    },
    excludeShortAbandons: {
      name: 'Sans abandons courts',
      formula: 'traités à temps ÷ (offerts − abandonnés dans les premières secondes)',
      use: 'Régulateurs et normes de qualité : les faux numéros sont exclus, les vrais abandons non.',
    },
    virtual: {
      name: 'Attente virtuelle',
      formula: 'part des instants où un client patient serait pris à temps',
      use: 'Planification plutôt que contrats : l’attente d’un client qui arrive, quels que soient les abandons.',
    },
  },
  shortAbandon: (seconds) => `Abandons courts : en ${seconds}`,
  numerator: 'Au-dessus de la barre',
  denominator: 'Au-dessous de la barre',
  contactsOf: (count) => `${count} contacts`,

  assuranceCost: 'Ce que coûte l’assurance',
  assuranceTitle: (from, to, hours) =>
    `De ${from} à ${to}, il faut ${hours} heures payées de plus par semaine`,
  assuranceTitleTop: (share, hours) => `${share} demande ${hours} heures payées par semaine`,
  assuranceRead: (share, hours, peak, day) =>
    `**${share}**  ${hours} heures payées par semaine, au plus ${peak} ${day}`,
  assuranceX: 'assurance',
  assuranceY: 'heures payées par semaine',
  assuranceWhat:
    'Part des semaines dont le besoin couvre le volume. Les heures payées comprennent le temps non productif et les absences de l’équipe du canal.',
  assuranceFormula:
    'conseillers requis au volume que tant de semaines ne dépassent pas, en heures ÷ (1 − temps non productif)',
  swing: 'Écart d’un jour à l’autre',
  shrinkage: 'Temps non productif',
  absent: 'Dont absents',
  peakHead: 'Pointe',

  definitionOf: {
    offered: 'Contacts attendus dans la file pendant cet intervalle.',
    aht: 'Temps moyen d’un conseiller par contact, travail après contact compris.',
    required: 'Le moins de conseillers qui tient chaque objectif du canal au volume attendu.',
    planned: 'Conseillers du plan sur lesquels ce canal peut compter.',
    gap: 'Conseillers prévus moins le besoin.',
  },
  formulaOf: {
    offered: 'contacts de l’intervalle × facteur de volume',
    aht: 'conversation + travail après contact',
    required: 'le plus petit n pour lequel chaque objectif est tenu',
    planned: 'conseillers de ses groupes, partagés en partie',
    gap: 'prévus − besoin',
  },
  arriving: 'Arrivés',
  talk: 'Conversation',
  wrapUp: 'Travail après contact',
  offered: 'Offerts',
  load: 'Charge',
  erlangs: (load) => `${load} erlangs`,
  targets: 'Objectifs',
  patience: 'Patience',
  endless: 'sans limite',
  threshold: 'Seuil',

  unattainable: (target, channel, reason) =>
    `Aucun nombre de conseillers ne tient ${target} sur le canal ${channel} : ${reason}. Le besoin affiché tient les autres objectifs.`,
};
