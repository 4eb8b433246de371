import type { DemandWork } from '../en/demand-work.ts';
import { pluralIn } from '../plural.ts';
import { dayList } from './day-list.ts';

const plural = pluralIn('fr');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

export const demandWork: DemandWork = {
  shortHistory: (channel, days, shown) =>
    `${channel} : l’historique compte ${shown} ${s(days, 'jour', 'jours')}, moins de 14.`,
  shortHistoryMeans:
    'En deçà de deux semaines, certains jours de semaine ne sont vus qu’une fois, ou jamais : la prévision les distingue mal et ses fourchettes sont larges. Quatre semaines ou plus valent mieux.',
  adjustTitle: 'Ajuster à la main',
  adjustSummary: (before, after) => `${before} contacts deviennent ${after}`,
  adjustNone: (contacts) =>
    `Les chiffres restent tels quels : **${contacts} contacts**, avant hypothèses de volume et pics. Ce que vous savez de plus s’y ajoute, avec son auteur et son motif.`,
  adjustSum: (before, after) =>
    `Avant ajustements **${before}** contacts, après **${after}**. Les chiffres d’origine sont conservés ; simulations et pics s’y ajoutent.`,
  adjustList: 'Ajustements, dans leur ordre',
  adjustAdded: (contacts) => `${contacts} contacts`,
  adjustTotalled: (contacts) => `total de ${contacts} contacts`,
  adjustFormula: (formula) => `formule ${formula}`,
  adjustAnew: (count, shown) =>
    s(count, `${shown} intervalle réel ou prévu à nouveau`, `${shown} intervalles réels ou prévus à nouveau`),
  adjustCells: (count, shown) => s(count, `${shown} intervalle à la main`, `${shown} intervalles à la main`),
  adjustEffect: (contacts) => `${contacts} en tout`,
  adjustNoReason: 'sans motif',
  adjustNobody: 'sans auteur',
  adjustRemove: (what) => `Retirer l’ajustement : ${what}`,
  adjustRemoveShort: 'Retirer',
  adjustWho: 'Qui',
  adjustWhy: 'Pourquoi',
  adjustWhyExample: 'les avis d’imposition partent lundi',
  adjustKind: 'Changement',
  adjustKinds: { scale: 'en pourcentage', add: 'en contacts', total: 'à un total', formula: 'par formule' },
  adjustPercent: 'Pourcentage',
  adjustContacts: 'Contacts',
  adjustAdd: 'Ajouter cet ajustement',
  gridTitle: 'Intervalle par intervalle',
  gridLabel: (channel) => `Contacts par heure et par jour, ${channel}`,
  gridLead:
    'Les chiffres de la source, ajustements compris. Les hypothèses de volume et les pics s’y ajoutent : ils figurent dans le graphique et le tableau de la page, pas ici.',
  gridHint:
    'Saisissez dans une cellule, ou copiez et collez depuis et vers un tableur. Maj et les flèches sélectionnent, Suppr rétablit le chiffre d’avant.',
  gridTime: 'Heure',
  gridCell: (when) => `Contacts, ${when}`,
  gridNoNumber: (entry) => `« ${entry} » n’est pas un nombre de contacts ; rien n’a été repris.`,
  gridTaken: (count, shown) => s(count, `${shown} intervalle repris.`, `${shown} intervalles repris.`),
  gridOutside: (count) => `${count} sont hors du tableau et laissés de côté.`,
  gridCleared: 'Les chiffres d’avant sont rétablis.',
  gridCopied: (count) => `${count} copiés.`,
  mixTitle: 'Déplacer des contacts entre canaux',
  mixSummary: (moved, share) => `${moved} contacts (${share}) changent de canal`,
  mixNone:
    'Décrivez des segments de clientèle (tranches d’âge, profils) par les canaux qu’ils préfèrent, puis déplacez ces parts : les contacts suivent, leur total reste.',
  mixStart: 'Décrire des segments',
  mixEverybody: 'Tous les clients',
  mixNew: 'Nouveau segment',
  mixMoved: (moved, share, all) =>
    `**${moved} contacts** (${share}) arrivent sur un autre canal ; le total reste **${all}**.`,
  mixTable: 'Contacts par canal avant et après le déplacement',
  mixChannel: 'Canal',
  mixBefore: 'Avant',
  mixAfter: 'Après',
  mixChange: 'Écart',
  mixSegment: 'Segment',
  mixWeight: 'Part des contacts',
  mixRemoveSegment: (name) => `Supprimer ${name}`,
  mixNow: (channel) => `${channel} aujourd’hui`,
  mixThen: (channel) => `${channel} demain`,
  mixAdd: 'Ajouter un segment',
  mixRemove: 'Abandonner le déplacement',
  mixAssumes:
    'Suppose qu’un besoin fait un contact quel que soit le canal, au moment où il serait venu, avec la DMT de son nouveau canal.',
  chooseChannel: 'Choisissez un canal pour voir son historique, l’ajuster ou suivre sa journée.',
  historyTitle: (channel, contacts, low, high) =>
    `${channel} : ${contacts} contacts prévus, la première semaine entre ${low} et ${high} dans 8 cas sur 10, si tous ses jours peuvent s’écarter ensemble`,
  historyTitlePlain: (channel) => `${channel} : l’historique`,
  historyLabel: (channel) => `Historique et prévision, ${channel}`,
  historyPoint: (when, contacts, per) => `${when} : **${contacts}** ${per}`,
  historyPart: (when, contacts, per) =>
    `${when} : au moins **${contacts}** ${per}, une partie de la journée est inconnue`,
  historyIncomplete: 'Connu en partie',
  historyRing: 'Cercles : jours connus en partie, au moins autant de contacts',
  historyUnknown: (when) => `${when} : fermé ou inconnu`,
  historyWeek: (date) => `semaine du ${date}`,
  historyPer: { interval: 'contacts', day: 'contacts', week: 'contacts par jour' },
  historyAxis: { interval: 'contacts par intervalle', day: 'contacts par jour', week: 'contacts par jour' },
  historyKind: 'Connu ou prévu',
  historyMissing: (file) =>
    `La prévision, ses ajustements et les jours marqués sont venus avec le scénario. L’historique lui-même (${file}) n’est pas dans ce navigateur : apportez le fichier à nouveau pour le voir, le nettoyer ou refaire la prévision. Ce qui a été décidé à son sujet est gardé.`,
  historyLoading: 'Lecture de l’historique…',
  zoom: 'Période affichée',
  zoomTo: { all: 'Tout', quarter: '3 mois', month: '5 semaines', week: '1 semaine', day: '1 jour' },
  brushFrom: 'Premier jour affiché',
  brushTo: 'Dernier jour affiché',
  newForecast: (before, after) =>
    `Avec vos décisions, la prévision est de **${after}** contacts ; **${before}** sont utilisés.`,
  newForecastUse: 'Utiliser la nouvelle prévision',
  seasonTitle: 'Le rythme des jours',
  seasonSummary: (day, change) => `${day} ${change} par rapport au jour moyen`,
  weekdayTitle: (channel, day, change) =>
    `${channel} : le plus chargé est le ${day}, ${change} par rapport au jour moyen de sa semaine`,
  weekdayLabel: 'Jours de la semaine par rapport au jour moyen',
  weekdayValue: (factor, days) => `× ${factor} (${days} jours)`,
  weekdayMark: 'le jour moyen ; le trait fin contient la moitié centrale des jours',
  profileTitle: (channel, day, time, share) =>
    `${channel}, ${day} : pointe à ${time} avec ${share} de la journée`,
  profileLabel: (day) => `Part de la journée par intervalle, ${day}`,
  profileHeatTitle: (channel, day, time) =>
    `${channel} : d’ordinaire, le plus de contacts arrivent ${day} à ${time}`,
  profileCaption: 'Part de la journée par intervalle et par jour de la semaine',
  profileHint: 'Survolez ou touchez le graphique, ou utilisez les flèches.',
  profileWeekday: 'Jour de la semaine',
  profileAverage: 'jour moyen',
  profileAxis: 'part de la journée',
  profilePoint: (day, time, share) => `${day} ${time} : **${share}** de la journée`,
  trendTitle: (channel, first, last) =>
    `${channel} : de ${first} contacts par jour la première semaine à ${last} la dernière`,
  trendLabel: 'Contacts moyens d’un jour, semaine par semaine',
  trendHint: 'Sans les jours marqués ni les jours incomplets.',
  trendPoint: (monday, contacts) => `Semaine du ${monday} : **${contacts}** contacts par jour`,
  trendWeek: 'Semaine du',
  trendPerDay: 'contacts par jour',
  trendSeries: 'niveau',
  backtestTitle: 'La qualité de la prévision',
  backtestSummary: (model, wape, byDay) =>
    `${model}, se trompe de ${wape} par ${byDay ? 'jour' : 'intervalle'}`,
  totalsText: (day, week, fourWeeks) =>
    `Par le passé, le total du lendemain s’est écarté de **${day}** en moyenne${week === null ? '' : `, celui de la semaine suivante de **${week}**`}${fourWeeks === null ? '' : `, celui de quatre semaines de **${fourWeeks}**`}.`,
  floorText: (contacts, floor, byDay) =>
    `Il vient environ ${contacts} contacts par ${byDay ? 'jour' : 'intervalle'}. Même en connaissant exactement chaque taux, on se tromperait de ${floor} : c’est le hasard d’une loi de Poisson, et aucun modèle ne descend plus bas.`,
  floorMark: (floor) => `le hasard seul, ${floor} : le plancher pour ces jours`,
  calmText: (contacts, scatter, floor, byDay) =>
    `Il vient environ ${contacts} contacts par ${byDay ? 'jour' : 'intervalle'}. Jusqu’ici, ils varient moins que le hasard ne le ferait : leur variance vaut ${scatter} fois la moyenne, contre une fois pour une loi de Poisson. Les ${floor} d’erreur minimale d’une loi de Poisson ne sont pas un plancher pour eux.`,
  calmMark: (floor) => `loi de Poisson, ${floor} : pas un plancher ici`,
  calmFloor: (floor) =>
    `Jusqu’ici, les contacts varient moins que le hasard ne le ferait : les ${floor} d’erreur minimale d’une loi de Poisson ne sont pas un plancher pour eux.`,
  errorTitle: (byDay) => `Erreur par ${byDay ? 'jour' : 'intervalle'} dans le passé (WAPE)`,
  mase: 'MASE',
  pinball: 'Pinball',
  measures: (n, starts) =>
    `Depuis ${starts} ${n > 1 ? 'soirées passées' : 'soirée passée'}. WAPE : somme des écarts sur somme des contacts. Biais : prévision par rapport au réel. MASE : erreur rapportée à celle de « la semaine passée à l’identique » ; sous 1, c’est mieux. Pinball : perte de sept quantiles sur la moyenne ; moins, c’est mieux. Chaque modèle a des bandes tirées de ses propres erreurs, réglées sur les deux premiers tiers des soirées et vérifiées sur le reste ; les parts contenues sont celles des intervalles dont la médiane atteint 10 contacts.`,
  pinballText: (own, lastWeek, four) =>
    `Bandes et milieu manquent ensemble de **${own}** de la moyenne (perte pinball), ceux de la semaine passée de ${lastWeek}, ceux de la moyenne de quatre semaines de ${four}, chacun réglé sur ses propres erreurs.`,
  smallCounts: (n, middle, below, above, verdict) =>
    `Petits nombres (médiane sous 10 contacts), prévus en contacts entiers : sur ${n}, ${middle} sont tombés dans les 80 % du milieu de la prévision, ${below} en dessous et ${above} au-dessus (10 % attendus de chaque côté) : ${verdict}.`,
  smallCountsVerdict: {
    right: 'elle dit vrai',
    tooNarrow: 'ses bandes sont plutôt trop étroites',
    tooWide: 'ses bandes sont plutôt trop larges',
    tooHigh: 'elle est plutôt trop haute',
    tooLow: 'elle est plutôt trop basse',
  },
  tenthsTitle: (share) => `La bande à 80 % a contenu ${share} de ce qui est venu`,
  tenthsLabel: 'Où le réel est tombé dans la prévision',
  tenth: (from, to) => `${from}–${to}`,
  tenthsMark: 'un dixième chacune : des bandes qui disent vrai',
  cleanTitle: 'Nettoyer l’historique',
  cleanSummary: (count, shown) => s(count, `${shown} constat à trancher`, `${shown} constats à trancher`),
  cleanSummaryNone: 'rien à trancher',
  cleanNothing:
    'Rien d’anormal : ni trou, ni valeur aberrante, ni changement de niveau, ni silence, ni heure fermée.',
  cleanText:
    'Trouvé par comparaison avec les mêmes jours des quatre semaines avant et après. Ce que vous ne tranchez pas reste tel quel ; ce que vous tranchez est enregistré avec la prévision et peut être annulé.',
  cleanKinds: {
    outlierDay: (count, shown) =>
      s(count, `${shown} jour loin de son habitude`, `${shown} jours loin de leur habitude`),
    outlierSlot: (count, shown) =>
      s(count, `${shown} intervalle loin de son habitude`, `${shown} intervalles loin de leur habitude`),
    partialDay: (count, shown) =>
      s(count, `${shown} silence dans un jour chargé`, `${shown} silences dans des jours chargés`),
    levelShift: (count, shown) => s(count, `${shown} changement de niveau`, `${shown} changements de niveau`),
    gap: (count, shown) => s(count, `${shown} trou en heures ouvertes`, `${shown} trous en heures ouvertes`),
    closedHours: (count, shown) =>
      s(count, `${shown} plage tenue pour fermée`, `${shown} plages tenues pour fermées`),
  },
  cleanChoice: {
    outlierDay: { accepted: 'écarter', rejected: 'garder' },
    outlierSlot: { accepted: 'écarter', rejected: 'garder' },
    partialDay: { accepted: 'inconnu', rejected: 'vraiment zéro' },
    levelShift: { accepted: 'mettre l’avant à ce niveau', rejected: 'laisser tel quel' },
    gap: { accepted: 'inconnu', rejected: 'zéro contact' },
    closedHours: { accepted: 'fermé', rejected: 'ouvert, zéro contact' },
  },
  cleanOpen: {
    outlierDay: 'à trancher : compte',
    outlierSlot: 'à trancher : compte',
    partialDay: 'à trancher : compte pour zéro',
    levelShift: 'à trancher : compte',
    gap: 'à trancher : inconnu',
    closedHours: 'à trancher : fermé',
  },
  cleanAll: (choice) => `tous : ${choice}`,
  cleanDecide: (what) => `Trancher : ${what}`,
  cleanMore: (count) => `En montrer ${count} de plus`,
  cleanFar: (when, actual, expected) => `${when} : ${actual} contacts là où ${expected} sont habituels`,
  cleanSilent: (when, expected) => `${when} : rien là où ${expected} sont habituels`,
  cleanShift: (when, change) => `À partir du ${when} : ${change} par rapport aux deux semaines d’avant`,
  cleanClosed: (weekday, clocks) => `Chaque ${weekday}, ${clocks} : jamais de contact`,
  cleanDropped: (count, shown) =>
    s(count, `${shown} décision sur l’historique précédent`, `${shown} décisions sur l’historique précédent`),
  specialTitle: 'Jours particuliers',
  specialSummary: (count, shown) => s(count, `${shown} jour marqué`, `${shown} jours marqués`),
  specialText:
    'Marquez jours fériés, campagnes, pannes et envois de factures, passés et prévus. Les jours d’un même nom partagent un effet : la prévision de chaque canal l’apprend de son historique et l’applique aux jours à venir. Un jour marqué pour un seul canal y remplace la marque de tous.',
  specialKind: 'Nature',
  specialKinds: {
    holiday: 'Jour férié',
    campaign: 'Campagne',
    outage: 'Panne',
    billRun: 'Envoi de factures',
    other: 'Autre',
  },
  specialName: 'Nom',
  specialDate: 'Date',
  specialDateHint: 'Comme 2026-11-27',
  specialDateWrong: 'Une date telle que 2026-11-27.',
  specialScope: 'Concerne',
  specialScopeOne: (channel) => `Seulement ${channel}`,
  specialOnly: (name, channel) => `${name}, seulement ${channel}`,
  specialElsewhere: 'Ne concerne que d’autres canaux.',
  specialAdd: 'Marquer ce jour',
  specialHolidays: (count) => `Reprendre les ${count} jours fériés du calendrier`,
  specialHint: (name) =>
    `Cliquez sur un jour, ou Entrée, pour le marquer « ${name} » ; encore pour l’effacer.`,
  specialCalendar: 'Calendrier de l’historique et des jours planifiés',
  specialCell: (day, contacts, mark) =>
    `${day}${contacts === null ? '' : ` : ${contacts} contacts`}${mark === null ? '' : `, ${mark}`}`,
  specialNone: 'Aucun jour n’est marqué.',
  specialEffect: (change, count, shown) =>
    s(
      count,
      `${change} par rapport au jour habituel, vu sur ${shown} jour.`,
      `${change} par rapport au jour habituel, vu sur ${shown} jours.`,
    ),
  specialUnknown:
    'Aucun jour de ce nom avec un total connu dans l’historique : donnez-lui un effet comme pic, ou marquez-en de passés.',
  specialRemove: (name, date) => `Effacer ${name} le ${date}`,
  specialProfile: (name) => `Part de la journée par intervalle, ${name}`,
  dayList,
  aheadTitle: 'La DMT à venir',
  aheadSummary: (mean, share, low, high, now) => `${mean} (${share} : ${low} à ${high}) ; le canal a ${now}`,
  aheadText: (mean, share, low, high, now) =>
    `Les jours planifiés devraient prendre **${mean}** par contact, dans ${share} des cas de ${low} à ${high}. Le canal est planifié avec **${now}**, travail après contact compris.`,
  aheadUse: (mean) => `Planifier le canal avec ${mean}`,
  aheadTaken: 'Le canal est planifié avec cette durée.',
  aheadLabel: (channel) => `DMT par jour, ${channel}`,
  aheadDay: (mean, low, high) => `${mean} (${low} à ${high})`,
  aheadMark: (now, share) => `le canal aujourd’hui, ${now} ; le trait fin contient ${share} de ces jours`,
  aheadModel: (model) =>
    `Prévision par : **${model}**. Chaque contact pèse autant : un intervalle calme ne change guère le résultat.`,
  aheadModels: {
    lastWeek: 'La semaine dernière, telle quelle',
    meanOfFour: 'Moyenne des quatre dernières semaines',
    recentLevel: 'Niveau rapide, jour de semaine et heure',
    level: 'Niveau lent, jour de semaine et heure',
  },
  aheadShort:
    'L’historique est trop court pour essayer des prévisions sur son propre passé : la fourchette suppose que des jours entiers s’écartent de 10 %.',
  aheadBacktest: 'Écart par le passé, par intervalle',
  aheadDays: (days, shown) => s(days, 'lendemain', `à ${shown} jours`),
  tenureTitle: 'La DMT selon l’ancienneté',
  tenureSummary: (first, mean, last, other) => `${first} ${mean}, ${last} ${other}`,
  tenureBand: (from, to) =>
    from === 0 && to === 1
      ? 'premier mois'
      : to === null
        ? from === 12
          ? 'après un an'
          : `à partir du mois ${from + 1}`
        : `mois ${from + 1} à ${to}`,
  tenureText: (first, mean, change, all) =>
    `${first} : **${mean}** par contact à venir, ${change} par rapport à l’ensemble (**${all}**, travail après contact compris).`,
  tenureTextLast: (last, mean, change) => `${last} : **${mean}**, ${change}.`,
  tenureLabel: (channel) => `DMT à venir selon l’ancienneté, ${channel}`,
  tenureMark: (all, share) => `l’ensemble, ${all} ; le trait fin contient la moyenne dans ${share} des cas`,
  tenureTable: (channel) => `DMT à venir selon l’ancienneté, contacts et vitesse, ${channel}`,
  tenureHead: 'Ancienneté',
  tenureShare: 'Contacts récents',
  tenureContacts: 'Contacts connus',
  tenureMean: 'DMT à venir',
  tenureRange: (share) => `Dans ${share} des cas`,
  tenureSpan: (low, high) => `${low} à ${high}`,
  tenurePace: 'Vitesse',
  tenureAssumes:
    'Comparaison sur les mêmes jours de la même file : ni une période chargée ni des contacts plus simples ne passent pour de l’expérience. Une tranche de peu de contacts se rapproche de la moyenne. Vitesse : l’ensemble vaut 100 %.',
  tenureMixTitle: 'Qui prendra les contacts',
  tenureMixText: (mean, share, low, high, change, now) =>
    `Une telle équipe prend **${mean}** par contact (dans ${share} des cas de ${low} à ${high})${change === null ? '' : `, ${change} par rapport à l’équipe récente`}. Le canal est planifié avec **${now}**.`,
  tenureMixSum: (sum) => `Les parts font ${sum} au total : seul leur rapport compte.`,
  tenureMixNone: 'Donnez au moins une part.',
  tenureMixLate: 'Comme récemment',
  tenureMixPaced:
    'Un groupe de ce canal a déjà sa propre vitesse : planifiez le canal avec la moyenne de l’ensemble, sinon les débutants comptent deux fois.',
  tenurePaceTitle: 'Un groupe de débutants ou d’anciens',
  tenurePaceText:
    'Un groupe peut prendre la vitesse de son ancienneté, le canal restant planifié pour l’ensemble : plannings et simulation savent alors qui est plus lent.',
  tenureGroup: 'Groupe',
  tenureNoGroup: 'Aucun groupe ne sert ce canal : aucun ne peut recevoir de vitesse.',
  tenurePaceNow: (group, pace) => `${group} travaille à ${pace}.`,
  tenurePaceUse: (group, pace) => `Donner à ${group} une vitesse de ${pace}`,
  todayTitleShort: 'Dans la journée',
  todaySummary: (date, time) => `réel du ${date} jusqu’à ${time}`,
  todayText:
    'Saisissez ou collez ce qui est venu d’un jour jusqu’ici. Le reste est prévu à nouveau : la part de la surprise qui se prolonge est mesurée sur les jours passés de ce canal.',
  todayDaily: 'Cet historique n’a que des totaux par jour : rien à dire au sein d’une journée.',
  todayMixed: (channel) =>
    `Le déplacement de contacts entre canaux change ce qui arrive sur ${channel} : son historique ne dit rien d’un tel jour, et les contacts venus d’autres canaux ne s’y distinguent pas. Retirez ce déplacement pour voir le reste du jour.`,
  todayFirst: 'Premier intervalle',
  todayCounts: (minutes) =>
    `Contacts par ${minutes} minutes : un par ligne, ou séparés par des espaces, des tabulations ou des points-virgules`,
  todayExample: '12\n15\n19',
  todayTake: 'Reprendre ces chiffres',
  todayForget: 'Les oublier',
  todayEmpty: 'Il n’y a aucun chiffre ici.',
  todayAnswer: (time, seen, change, rest, low, high, before) =>
    `Jusqu’à ${time}, **${seen}** contacts sont venus, ${change} par rapport à la prévision. Le reste du jour en apporte **${rest}** (dans 8 cas sur 10 de ${low} à ${high}) au lieu de ${before}.`,
  todayGain: (share) =>
    `Un écart égal de toutes les heures passées se prolongerait à ${share} ; les dernières heures comptent le plus là où ce fut le cas par le passé.`,
  todayWorth: (v) =>
    `Sur ${v.days} jours passés, la suite de la journée a été manquée de **${v.updated}** une fois prévue à nouveau à cette heure, de ${v.evening} selon la prévision de la veille au soir, de ${v.weekBefore} selon celle d’une semaine plus tôt et de ${v.meanOfFour} avec la moyenne de quatre semaines.`,
  todayWorthHelps: (gain) => `La mise à jour a retiré **${gain}** à l’erreur de la prévision de la veille.`,
  todayWorthNothing:
    'La mise à jour n’a presque rien apporté de plus que la prévision de la veille : sur ce canal, les heures passées disent peu de celles qui viennent.',
  todayTitle: (time) => `Le jour vu à ${time}`,
  todayLabel: 'Contacts du jour : venus, attendus maintenant, attendus avant',
  todayPoint: (time, now, before) => `${time} : **${now}**, attendus avant ${before}`,
  todaySeen: 'venus',
  todayNow: 'revu',
  todayBefore: 'avant',
  todayHours: (hours, more) =>
    `Il faut **${hours} heures de conseiller ${more ? 'de plus' : 'de moins'}** sur le plateau pour le reste du jour.`,
  todayShort: (agents, time) => `Il manque **${agents} conseillers** au plan à ${time}.`,
  todayEnough: 'Le plan y suffit.',
  todayClosed: 'Le canal est fermé pour le reste du jour.',
  todayAgents: 'Conseillers pour le reste du jour',
  todayRequiredBefore: 'Besoin avant',
  todayRequiredNow: 'Besoin maintenant',
  todayPlanned: 'Prévus',
  todayGap: 'Prévus moins besoin',
  todayUse: 'L’utiliser pour ce jour',
  todayWhy: (time) => `nouvelle prévision à ${time}`,
  eventKind: 'Nature',
};
