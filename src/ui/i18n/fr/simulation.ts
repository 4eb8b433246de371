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
    held: () => 'Pas lancée d’elle-même.',
    running: (done, total) => `${done} réplications sur ${total} faites ; pas encore définitif.`,
    done: (done) => `${done} réplications faites.`,
    cancelled: (done) => `Arrêtée après ${done} réplications.`,
    failed: () => 'La simulation n’a pas abouti.',
  },
  held: (time, memory) =>
    `Pas lancée d’elle-même : à côté de votre travail, elle prendrait environ ${time} et ${memory}.`,
  stopWhen: 'S’arrêter après',
  stopAtNumber: 'un nombre',
  stopAtPrecision: 'assez de précision',
  halfWidth: 'Chaque objectif connu à ±',
  pointsUnit: 'points',
  atMost: 'Réplications au plus',
  precisionNote:
    'Contrôlé après 64, 128, 256… réplications, pour qu’un coup de chance n’arrête pas le calcul trop tôt.',
  timeLeft: (time) => `Encore ${time} environ.`,
  widest: (now, wanted) =>
    `L’objectif le moins bien connu l’est à ±\u202F${now} points ; demandé : ±\u202F${wanted}.`,
  reached: (wanted) => `Chaque objectif est connu à ±\u202F${wanted} points.`,
  notReached: (now, wanted) =>
    `Pas assez : l’objectif le moins bien connu l’est à ±\u202F${now} points ; demandé : ±\u202F${wanted}.`,
  budget: (time, memory) => `La simulation prend environ ${time} et ${memory}.`,
  budgetAtMost: (time, memory) => `La simulation prend au plus environ ${time} et ${memory}.`,
  megabytes: (count) => `${count}\u202FMo`,
  tooLong: (time, memory) => `Cette simulation peut durer environ ${time} et prendre ${memory}.`,
  shorten: (count, time) => `N’en jouer que ${count} (${time})`,
  runAll: (count) => `Tout jouer (${count})`,
  says: 'Ce que dit la simulation',
  open: 'Voir les semaines simulées',
  cancel: 'Arrêter',
  again: 'Simuler de nouveau',
  failed: 'Ce scénario ne peut pas être simulé tel quel.',
  cannot: {
    notServed: (channel) =>
      `Aucun groupe ne prend ${channel} : donnez-lui cette compétence sur la page Canaux.`,
    loop: (channel) =>
      `Canal ${channel} : les mêmes clients reviendraient aussitôt, sans fin ; indiquez une part inférieure à 100 % ou un délai sur la page Canaux.`,
    tooManyContacts: (channel, most) =>
      `Canal ${channel} : trop de contacts pour être joués, ${most} au plus par réplication.`,
    tooManyAgents: (group, most) => `Groupe ${group} : trop de conseillers pour être joués, ${most} au plus.`,
  },
  stale: 'Le plan a changé depuis la dernière simulation ; une nouvelle est en route.',
  staleStill: 'Le plan a changé depuis la dernière simulation.',
  holds: (weeks, share, channel) =>
    `**Le plan tient.** Sur ${weeks} réplications, même la promesse la plus serrée (${channel}) est tenue dans **${share}** des cas.`,
  holdsAlone: (weeks, share, onChannel) =>
    `**Le plan tient.** Sur ${weeks} réplications, la promesse est tenue ${onChannel} dans **${share}** des cas.`,
  holdsAlways: (weeks) =>
    `**Le plan tient.** Sur ${weeks} réplications, toutes les promesses sont tenues **à chaque fois**.`,
  misses: (weeks, onChannel, share, range) =>
    `**Le plan ne tient pas.** Sur ${weeks} réplications, la promesse est tenue ${onChannel} dans **${share}** des cas (${range}).`,
  confirms: 'La simulation confirme ce que les modèles attendaient.',
  contradictsWorse: (onChannels) => `Le résultat est **moins bon que prévu par les modèles** ${onChannels}.`,
  contradictsBetter: (onChannels) => `Le résultat est meilleur que prévu par les modèles ${onChannels}.`,
  keptLess: (onChannels) =>
    `La promesse est tenue **dans moins de semaines que prévu par les modèles** ${onChannels}.`,
  keptMore: (onChannels) =>
    `La promesse est tenue dans plus de semaines que prévu par les modèles ${onChannels}.`,
  chanceOf: (onChannel, range, expected) => `${onChannel} (${range} au lieu de ${expected})`,
  knownGap: {
    writes:
      'Un conseiller n’interrompt pas un e-mail pour un appel ; ici, les modèles n’en tiennent pas compte.',
  },
  played: (what) => `La simulation joue ce que les modèles ignorent : ${what}.`,
  leftOut: {
    comeBack: 'clients qui reviennent ou sont transférés',
    callback: 'rappels au lieu d’attendre',
    leaveSooner: 'patience vite épuisée',
    leaveLater: 'patience longue à s’épuiser',
    lines: 'lignes limitées',
    silent: 'départs sans un signe',
    overflow: 'aide seulement après une attente',
    nobodyAtOnce: 'personne avant une attente',
    lastContact: 'rien de nouveau en fin de vacation',
    bunched: 'des contacts par paquets ou par vagues',
    carriedIn: 'des clients en file à l’ouverture',
    turnPace: 'des tours au rythme de chaque groupe',
  },
  occupancyNotJudged: (channels) =>
    `Les limites d’occupation (${channels}) ne sont jugées que par les modèles, à la page Synthèse : la simulation compte le temps des conseillers par groupe, tous canaux confondus (« Conseillers tels que simulés », plus bas).`,
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
  wanted: (share) => `visé ${share}`,
  day: 'Jour',
  channel: 'Canal',
  closed: (channel, day) => `${day}, ${channel} est fermé.`,
  pointAt: 'Pointez ou touchez un intervalle.',
  countedIn: {
    serviceLevel: (limit) => `Réponse en ${limit}`,
    firstResponseWithin: (limit) => `Première réponse en ${limit}`,
  },
  levelTitle: (channel, day, below, all, within) =>
    `${within}, ${channel}, ${day} : sous l’objectif dans ${below} intervalles sur ${all}`,
  levelTitleMet: (channel, day, within) => `${within}, ${channel}, ${day} : objectif tenu toute la journée`,
  levelTitleBare: (channel, day, within) => `${within}, ${channel}, ${day}`,
  dayCaption: (channel, day) => `${channel} simulé, ${day}`,
  intervalReadout: (time, level, queue, abandoned) =>
    `**${time}** ${level} à temps, ${queue} en attente en moyenne, ${abandoned} abandonnent`,
  offered: 'Offerts',
  queue: 'En attente',
  queueTitle: (channel, day, time, most) =>
    `Contacts en attente, ${channel}, ${day} : le plus à ${time}, ${most} en moyenne`,
  queueTitleNone: (channel, day) => `Contacts en attente, ${channel}, ${day} : presque jamais un seul`,
  queueNote: 'Moyenne des réplications, avec son intervalle à 95 %.',
  responseTitle: (channel, half, most) =>
    `Canal ${channel} : la moitié des contacts traités le sont en ${half}, neuf sur dix en ${most}`,
  responseTitleAtOnce: (channel, share, most) =>
    `Canal ${channel} : ${share} des contacts traités n’attendent pas du tout ; neuf sur dix attendent au plus ${most}`,
  responseTitleMostAtOnce: (channel, share) =>
    `Canal ${channel} : ${share} des contacts traités n’attendent pas du tout`,
  responseNote: 'Toutes les réplications ensemble ; les clients qui ont abandonné n’y sont pas.',
  responseReadout: (share, time) => `**${share}** des contacts traités attendent au plus **${time}**`,
  waitReadout: (share) => `**${share}** ont alors un conseiller`,
  waitedShare: 'Avec un conseiller',
  waitCurve: 'un conseiller a pris le chat',
  replyCurve: 'première réponse',
  responseX: 'attente jusqu’à la réponse',
  responseY: 'traités',
  promise: 'la promesse',
  within: 'En',
  answeredShare: 'Part des contacts traités',
  journey: {
    label: 'Le parcours des clients',
    later: 'Le parcours des clients se dessine une fois ce plan simulé.',
    title: (where, replications, first, served, gone) =>
      `Le parcours de ${first} clients, ${where}, moyenne de ${replications} réplications : ${served} obtiennent une réponse, ${gone} partent pour de bon`,
    note: 'Contacts. Qui reviendrait après la fin du plan est compté comme parti.',
    readout: (from, to, count, share) =>
      `**${from} → ${to}** : **${count}** contacts, ${share} des premiers contacts`,
    from: 'De',
    to: 'Vers',
    contacts: 'Contacts',
    share: 'Part des premiers contacts',
    bot: 'Chatbot',
    queue: 'File d’attente',
    source: {
      first: 'Premiers contacts',
      redial: 'Rappels',
      switch: 'D’un autre canal',
      recontact: 'De retour',
      otherBot: 'Du bot d’un autre canal',
    },
    fate: {
      inTime: 'Réponse à temps',
      late: 'Réponse en retard',
      abandoned: 'Abandons',
      blocked: 'Refusés, lignes pleines',
      away: 'Renvoyés, fermé',
      waiting: 'Attendent encore',
      calledBack: 'Seront rappelés',
      solvedByBot: 'Résolus par le bot',
      leftByBot: 'Laissés par le bot',
      handedOn: 'Transférés à un autre canal',
    },
    next: {
      redial: 'Rappellent',
      switch: 'Changent de canal',
      recontact: 'Reviennent plus tard',
      gone: 'Partent pour de bon',
    },
  },
  perCustomer: {
    caption: (served) => `${served} des clients sont servis à la fin`,
    measure: 'Par client',
    all: 'Tous les clients',
    began: (channel) => `Premier contact : ${channel}`,
    customers: 'Clients par réplication',
    served: 'Servis en fin de compte',
    servedAtFirstAttempt: 'Servis au premier essai',
    attempts: 'Essais par client',
    channels: 'Canaux par client',
    transfers: 'Transferts vers un autre canal par client',
    transfersHandled: 'dont pris en charge là-bas',
    timeOn: (channel) => `Temps passé : ${channel}`,
    gaveUp: 'Ont renoncé, tous canaux',
    leftByBot: 'Laissés sans solution par le bot',
    timeToResolution: 'Du premier contact à la résolution',
    effort: 'Effort : temps d’attente et d’échange',
    note: 'Moyennes, avec intervalle à 95 % des parts et des durées. Rappels, autres canaux et bots comptent pour un seul client ; la résolution est celle des clients servis.',
  },
  losses: {
    away: (count, channel) =>
      `**${count}** contacts par réplication arrivent quand le canal est fermé (${channel}) et sont renvoyés ; aucun objectif ne les compte.`,
    blocked: (count, channel) =>
      `**${count}** contacts par réplication trouvent toutes les lignes occupées (${channel}).`,
    calledBack: (count, channel, where) =>
      `**${count}** clients par réplication préfèrent un rappel à l’attente (${channel}) ; leur promesse est jugée sur le canal ${where}.`,
  },
  why: {
    title: (channel, promise) => `Pourquoi la promesse n’est pas tenue, ${channel}\u202F: ${promise}`,
    simulated: (promise, value) => `${promise}\u202F; simulé\u202F: ${value}`,
    titleWithin: (channel, minutes) =>
      `Pourquoi des intervalles de ${minutes} minutes manquent l’objectif, tenu sur toute la durée (${channel})`,
    missed: (missed, all, worst) =>
      `L’objectif est manqué dans ${missed} des ${all} intervalles ouverts, au pire ${worst}.`,
    staffing: (count, where, planned, required) =>
      `**Effectif** : dans ${count} d’entre eux, moins de conseillers prévus que nécessaire ; au pire ${where}, ${planned} pour ${required}.`,
    volume: (count, assurance) =>
      `**Jours chargés** : dans ${count}, le plan porte le volume attendu, mais pas celui des jours chargés (nécessaire pour ${assurance} des jours).`,
    less: (share) =>
      `**Volume** : avec ${share} de contacts en moins, le pire d’entre eux aurait assez de conseillers.`,
    handleTime: (now, then) =>
      `**Durée de traitement** : les conseillers prévus y suffiraient à ${then} par contact au lieu de ${now}.`,
    carried: (count) =>
      `**Report** : dans ${count}, les conseillers suffiraient, mais la file des intervalles précédents est encore là.`,
    otherOnly: (count) =>
      `Dans ${count}, les conseillers suffiraient : ils sont partagés avec d’autres canaux, ou c’est le hasard de quelques contacts.`,
    other: (count) =>
      `Dans ${count}, rien de cela : conseillers partagés avec d’autres canaux, ou hasard de quelques contacts.`,
  },
  replay: {
    title: 'Une journée, contact par contact',
    show: 'Rejouer une journée',
    note: 'Une réplication du plan tel qu’il est, dans le temps.',
    loading: 'Joue la journée une fois…',
    play: 'Lire',
    pause: 'Pause',
    time: 'Heure',
    speed: 'Minutes par seconde',
    replication: 'Réplication',
    waiting: 'En attente',
    longest: 'Plus longue attente',
    answered: 'Traités jusqu’ici',
    lost: 'Perdus jusqu’ici',
    onFloor: 'Présents',
    busy: 'Au travail',
    free: 'Libres',
    hands: 'Contacts en cours',
    channelsNow: (time) => `Canaux à ${time}`,
    groupsNow: (time) => `Conseillers à ${time}`,
    state: (time, waiting, busy, onFloor) =>
      `${time} : ${waiting} en attente, ${busy} conseillers au travail sur ${onFloor}`,
    legend:
      'Les points attendent, le plus ancien à droite ; en orange au-delà de la promesse. Les carrés sont les conseillers : plein au travail, vide libre.',
    closed: 'Il ne se passe rien ce jour-là.',
    failed: 'La journée n’a pas pu être jouée.',
    faster: 'Les animations sont coupées par votre système : le temps avance par pas.',
  },
  groupsCaption: 'Conseillers tels que simulés',
  group: 'Groupe',
  busy: 'Heures de travail',
  staffed: 'Heures en poste',
  overrun: 'Heures au-delà de la vacation',
};
