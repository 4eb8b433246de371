import type { ChannelWork } from '../en/channel-work.ts';

export const channelWork: ChannelWork = {
  workLaw: {
    law: 'Comment les durées diffèrent',
    of: (what, whose) => `${what} : ${whose}`,
    laws: {
      lognormal: 'Log-normale',
      gamma: 'Gamma',
      weibull: 'Weibull',
      exponential: 'Exponentielle',
      hyperexponential: 'Deux sortes',
      empirical: 'Comme mesuré',
    },
    note: {
      lognormal:
        'La plupart des contacts sont un peu plus courts que la moyenne, quelques-uns bien plus longs : ce que montrent la plupart des journaux.',
      gamma: 'Comme la log-normale, avec moins de contacts très longs.',
      weibull: 'Sous une dispersion de 1 presque aucun contact n’est très court, au-dessus beaucoup le sont.',
      exponential:
        'Comme les modèles prennent les appels : beaucoup de contacts courts, et la dispersion vaut 1.',
      hyperexponential: 'Des contacts courts et des longs côte à côte ; la moyenne de tous reste.',
      empirical: 'Chacune des durées est aussi probable qu’une autre. Moyenne et dispersion sont les leurs.',
    },
    cv: 'Dispersion (écart type ÷ moyenne)',
    shortShare: 'Contacts courts',
    shortMean: 'Ils durent, en moyenne',
    others: (mean) => `Les autres durent ${mean}.`,
    paste: 'Durées de traitement, une par ligne (secondes ou 5:12)',
    take: 'Prendre ces durées',
    measured: (count, mean, cv) => `${count} durées, moyenne ${mean}, dispersion ${cv}.`,
    notATime: (text) => `« ${text} » n’est pas une durée d’un jour au plus.`,
    tooFew: (most) => `Au moins deux durées, pas toutes nulles, et au plus ${most}.`,
    tooVaried: (cv, most) =>
      `Leur dispersion est de ${cv} ; elle peut être de ${most} au plus. Une durée est-elle fausse ?`,
  },
  patienceLaw: {
    title: 'Tous ne renoncent pas de même',
    atOnce: 'Partent aussitôt s’il faut attendre',
    law: 'Comment les autres diffèrent',
    laws: {
      exponential: 'Exponentielle',
      weibull: 'Weibull',
      lognormal: 'Log-normale',
      hyperexponential: 'Deux sortes',
      hazard: 'Par paliers',
    },
    note: {
      exponential: 'À chaque instant de l’attente, autant de ceux qui restent renoncent.',
      weibull:
        'Forme sous 1 : beaucoup partent tôt, et qui a longtemps attendu reste. Au-dessus de 1 : plus l’attente dure, plus on renonce.',
      lognormal:
        'Presque personne ne part au début ; plus la dispersion est petite, plus on part autour de la moyenne.',
      hyperexponential:
        'Certains sont pressés, les autres ont d’autant plus de temps ; la moyenne de tous reste.',
      hazard:
        'À partir de chaque seconde de l’attente, autant de ceux qui attendent encore renoncent en une minute : l’effet d’une annonce ou d’un message. La moyenne en découle.',
    },
    shape: 'Forme',
    cv: 'Dispersion (écart type ÷ moyenne)',
    hasty: 'Pressés',
    hastyMean: 'Ils renoncent après, en moyenne',
    hazard: {
      caption: 'Qui renonce à quel moment de l’attente',
      from: 'À partir de',
      fromOf: (number) => `Palier ${number}, à partir de`,
      perMinute: 'Renoncent en une minute',
      perMinuteOf: (from) => `Renoncent en une minute, à partir de ${from}`,
      remove: 'Supprimer',
      removeOf: (from) => `Supprimer le palier à partir de ${from}`,
      add: 'Ajouter un palier',
    },
    readout: (first, early, mean, late, plainEarly, plainLate) =>
      `De ceux qui doivent attendre, **${early}** sont partis après ${first}, ${late} après ${mean} ; avec une loi exponentielle, ${plainEarly} et ${plainLate}.`,
  },
  bunching: {
    title: 'Vagues et paquets',
    waves: 'Les contacts arrivent par vagues dans la journée',
    wavesNote:
      'En plus de la variation d’un jour à l’autre : certaines heures sont plus chargées que prévu, d’autres plus calmes, comme après une annonce ou une panne.',
    cv: 'Un intervalle varie de ±',
    correlation: 'Suit l’intervalle d’avant (0 à 0,99)',
    range: (minutes, low, high, half) =>
      `Sur dix intervalles de ${minutes} minutes, neuf s’écartent du volume attendu de **${low} à ${high}** ; ${half === null ? 'chacun pour lui' : `la moitié d’une vague est passée après ${half}`}.`,
    alike: 'Les canaux sont chargés ensemble (0 à 1)',
    alikeNote:
      'Pour tout le scénario, jours et vagues. 0 : chaque canal pour lui ; 1 : tous aux mêmes moments.',
    batch: 'Les contacts arrivent',
    kinds: {
      single: 'Un à un',
      constant: 'Paquets égaux',
      geometric: 'Paquets variables',
    },
    size: 'Au même moment',
    mean: 'Au même moment, en moyenne',
    note: {
      single: 'Chacun à son moment.',
      constant:
        'Comme après un envoi en nombre. Le volume reste : plus ils sont nombreux à la fois, plus ces moments sont rares.',
      geometric:
        'Comme quand un système tombe en panne. Le volume reste : plus ils sont nombreux à la fois, plus ces moments sont rares.',
    },
    alone: (share) => `Dans ${share} des cas un contact arrive seul.`,
  },
  afterwards: {
    title: 'Quand les clients ne sont pas pris',
    titleDeferred: 'Quand la réponse ne règle pas tout',
    text: 'Les contacts qu’un premier entraîne. La simulation les joue ; les modèles de cette page les laissent de côté.',
    nobodyGivesUp:
      'Ici chacun attend aussi longtemps qu’il faut : seul renonce qui attend encore à la fermeture.',
    on: {
      redial: 'Certains réessaient',
      switch: 'Certains essaient un autre canal',
      recontact: 'Certains reviennent après la réponse',
      transfer: 'Certains sont transférés',
    },
    note: {
      redial:
        'De ceux qui ont renoncé à attendre ou n’ont pas trouvé de ligne, sur le même canal, dix fois au plus.',
      switch:
        'De ceux qui ont renoncé ou n’ont pas trouvé de ligne ; ils attendent dans l’autre file comme les autres.',
      recontact:
        'De ceux qui ont eu une réponse : l’affaire n’est pas réglée, ils reviennent sur le même canal.',
      transfer: 'Des clients servis : le conseiller les passe aussitôt à la file d’un autre canal.',
    },
    share: {
      redial: 'Part de ceux qui ont renoncé',
      switch: 'Part de ceux qui ont renoncé',
      recontact: 'Part des clients servis',
      transfer: 'Part des clients servis',
    },
    sameAgent: 'Au conseiller qui les a servis',
    sameAgentNote: 'S’il est là avec une place libre ; sinon à qui est libre.',
    delay: 'après, en moyenne',
    to: 'Canal qu’ils essaient',
    transferTo: 'Transférés à',
  },
  callback: {
    title: 'Rappel plutôt qu’attente',
    on: 'Proposer un rappel',
    off: 'À qui devrait attendre, on peut proposer d’être rappelé ; un conseiller appelle dès que les appels lui en laissent le temps.',
    note: 'Le canal des rappels a sa promesse, ses heures et ses groupes. La simulation joue la proposition ; les modèles la laissent de côté.',
    afterWait: 'Dès que le premier de la file attend depuis',
    accept: 'L’acceptent',
    to: 'Rappelés par',
  },
  lines: {
    title: 'Lignes et distribution',
    on: 'Le nombre de lignes est limité',
    count: 'Lignes',
    note: 'En attente et en cours ensemble. Qui arrive quand toutes sont prises est refusé aussitôt et compte parmi les offerts.',
    blocked: (share, worst) =>
      `Avec les conseillers prévus, **${share}** ne trouvent pas de ligne, ${worst} dans le pire intervalle.`,
    model: 'Chaque intervalle pour lui, avec des durées exponentielles (M/M/s/K).',
    routing: 'Qui prend un contact',
    rules: {
      longestIdle: 'Libre depuis le plus longtemps',
      leastLoaded: 'Groupe le plus disponible',
      mostSpecialised: 'Groupe le plus spécialisé',
      random: 'Au hasard',
    },
    routingModels:
      'Les modèles ne connaissent pas de règle : elle change qui est occupé, et l’attente seulement là où des groupes servent plusieurs canaux. La simulation la joue.',
    routingNote: {
      longestIdle: 'Des conseillers libres, celui qui attend depuis le plus longtemps.',
      leastLoaded: 'Du groupe qui a le plus de conseillers libres : les groupes se remplissent ensemble.',
      mostSpecialised:
        'Du groupe qui sert le moins de canaux : les plus polyvalents restent libres pour le reste.',
      random: 'N’importe quel conseiller libre ; le travail se répartit inégalement.',
    },
  },
  silent: {
    title: 'Certains partent sans prévenir',
    on: 'Certains renoncent sans rien dire',
    share: 'Part de ceux qui ont renoncé',
    timeOut: 'Place prise jusqu’au délai',
    note: 'Un conseiller ouvre la conversation sans le savoir, et une de ses places reste prise jusqu’au délai d’inactivité. Ils comptent comme abandons et ne reviennent pas.',
    nobodyGivesUp: 'Ici chacun attend aussi longtemps qu’il faut : personne ne part.',
  },
  backlog: {
    title: 'Reste d’avant',
    on: 'Des contacts attendent au début du plan',
    contacts: 'Contacts',
    oldest: 'Le plus ancien attend depuis',
    note: 'En heures ouvertes ; les autres ont attendu régulièrement moins. Ils sont traités d’abord et leurs réponses comptent, dans les modèles comme dans la simulation ; une journée chargée n’en ajoute pas.',
    onLive: 'Des clients attendent à la première ouverture',
    noteLive:
      'Ils sont en tête de file et comptent dès l’ouverture ; les autres ont attendu régulièrement moins que le plus ancien, et aucun n’a encore renoncé. La simulation et le jour exact commencent avec eux.',
  },
  overflow: {
    title: 'Groupes qui aident après une attente',
    text: 'Secondes qu’un contact a attendu avant que le groupe le prenne : un débordement. 0 : le groupe est là aussitôt. Les modèles comptent d’emblée sur chaque groupe, la simulation joue l’attente.',
    afterOf: (group, channel) => `Attente sur ${channel} avant l’aide de ${group}`,
  },
  presence: {
    title: 'Absences et fins de vacation',
    text: 'Absents : la chance qu’un conseiller prévu ne vienne pas ce jour-là, en plus du temps non productif ; qui manque reste payé. Besoin, plan et coût la comptent ; la simulation la tire au sort par personne et par jour.',
    absence: 'Absents',
    absenceOf: (group) => `Absence dans ${group}`,
    shiftEnd: 'Quand l’effectif baisse',
    shiftEndOf: (group) => `Fin de vacation dans ${group}`,
    shiftEnds: {
      named: 'finir le contact',
      pooled: 'ne rien commencer avant l’effectif voulu',
      preemptive: 'rendre le contact',
    },
    lastContact: 'Pas de nouveau contact dans les dernières',
    lastContactOf: (group) => `Minutes sans nouveau contact dans ${group}`,
    note: 'Un contact rendu revient en tête de sa file. Les groupes en vacations, en conversations ou avec absences finissent toujours les leurs ; les dernières minutes sont celles des vacations.',
  },
  shifts: (group, count) => `Vacations de ${group} (${count})`,
  planByShifts: 'Planifier un groupe en vacations',
  leftOutTitle: (count) => `L’attendu laisse de côté ${count} choses que la simulation joue`,
  /** What the models leave out, and which way it moves them. */
  leftOut: {
    comeBack: (channels) =>
      `L’attendu laisse de côté les clients qui reviennent, sont transférés ou rappelés (${channels}) : le volume est celui des premiers contacts. La simulation les compte.`,
    callback: (channels) =>
      `Certains préfèrent un rappel à l’attente (${channels}) ; les modèles les font attendre : attentes et abandons y sont trop grands. La simulation joue l’offre.`,
    leaveSooner: (channels) =>
      `Plus de clients partent tôt (${channels}) que dans les modèles d’ici, qui prennent une patience exponentielle : ils montrent trop peu d’abandons et des attentes trop longues. La simulation joue la patience saisie.`,
    leaveLater: (channels) =>
      `Moins de clients partent tôt (${channels}) que dans les modèles d’ici, qui prennent une patience exponentielle : ils montrent trop d’abandons et des attentes trop courtes. La simulation joue la patience saisie.`,
    lines: (channels) =>
      `Les modèles laissent entrer chacun là où les lignes sont limitées (${channels}) : ils montrent des attentes et des abandons trop grands, et ne comptent aucun appel refusé. La simulation en tient compte.`,
    silent: (channels) =>
      `Certains partent sans prévenir et gardent une place jusqu’au délai (${channels}) ; les modèles la libèrent aussitôt : attentes et abandons y sont trop petits. La simulation la garde.`,
    overflow: (channels) =>
      `Des groupes n’aident qu’après une attente (${channels}) ; les modèles comptent sur eux aussitôt : les attentes y sont trop courtes. La simulation les fait venir plus tard.`,
    nobodyAtOnce: (channels) =>
      `Tous les groupes n’aident qu’après une attente (${channels}) : chacun attend. Les modèles comptent sur eux aussitôt et montrent des niveaux bien trop hauts. Qu’un groupe soit là aussitôt, ou fiez-vous à la simulation.`,
    lastContact: (channels) =>
      `Des conseillers ne prennent plus rien en fin de vacation (${channels}) ; les modèles comptent sur eux jusqu’au bout : les niveaux y sont trop hauts. La simulation en tient compte.`,
    bunched: (channels) =>
      `Sur ${channels} les contacts arrivent par paquets, ou par vagues dans la journée ; les modèles les prennent un à un au rythme moyen, attentes et abandons y sont trop petits. La simulation les fait venir comme prévu.`,
    carriedIn: (channels) =>
      `Sur ${channels} des clients attendent déjà à la première ouverture ; les modèles prennent chaque intervalle pour lui-même et les laissent de côté, les premières attentes y sont trop courtes. La simulation et le jour exact commencent avec eux.`,
    turnPace: (channels) =>
      `Des groupes plus rapides ou plus lents que les autres le sont aussi à chaque tour (${channels}) ; les modèles en tiennent compte dans le travail, pas dans l’attente d’une réponse : trop longue avec des groupes rapides, trop courte avec des lents. La simulation joue chaque tour.`,
  },
};
