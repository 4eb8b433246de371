/** Ce qui se dit d’un fichier d’historique, remarqué ou refusé. */
import type { Messages } from '../en.ts';
import { FAR_AHEAD_DAYS } from '../../../scenario/planning-calendar.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('fr');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

export const history: Messages['history'] = {
  finding: {
    gap: (n, shown) =>
      `${shown} ${s(n, 'intervalle ouvert est', 'intervalles ouverts sont')} sans ligne comptée : ${s(n, 'inconnu, pas nul', 'inconnus, pas nuls')}.`,
    refusedInterval: (n, shown) =>
      `${shown} ${s(n, 'intervalle a une ligne, mais aucune comptée', 'intervalles ont des lignes, mais aucune comptée')} : ${s(n, 'inconnu, pas nul', 'inconnus, pas nuls')}.`,
    missingDay: (n, shown) =>
      `${shown} ${s(n, 'jour est', 'jours sont')} sans ligne comptée : ${s(n, 'inconnu, pas nul', 'inconnus, pas nuls')}.`,
    endsEarly: (n, shown) =>
      `D’autres séries continuent ${shown} ${s(n, 'jour', 'jours')} après la dernière ligne de celle-ci : depuis, inconnu, pas nul.${n > FAR_AHEAD_DAYS ? ' Elle n’alimente aucun canal, sauf si vous en choisissez un.' : ''}`,
    duplicate: (n, shown) => `${shown} ${s(n, 'intervalle a', 'intervalles ont')} plus d’une ligne.`,
    copy: (n, shown) =>
      `${shown} ${s(n, 'intervalle figure', 'intervalles figurent')} plusieurs fois avec les mêmes valeurs : ${s(n, 'compté', 'comptés')} une fois.`,
    noContacts: () => 'Pas un seul contact dans toute la série : chaque ligne dit 0.',
    closedHours: (n, shown) =>
      `${shown} ${s(n, 'plage', 'plages')} de la semaine n’${s(n, 'a', 'ont')} jamais de contact : fermé là où le fichier n’a pas de lignes non plus.`,
    sparseHours: (n, shown) =>
      `Trop peu de contacts pour en déduire des heures d’ouverture : ${shown} ${s(n, 'plage', 'plages')} de la semaine n’en ${s(n, 'a', 'ont')} pas encore eu.`,
    skippedHour: (n, shown) =>
      `${shown} ${s(n, 'ligne tombe', 'lignes tombent')} dans l’heure sautée au printemps.`,
    repeatedHour: (n, shown) =>
      `${shown} ${s(n, 'intervalle tombe', 'intervalles tombent')} dans l’heure vécue deux fois en automne.`,
    partialInterval: (n, shown) =>
      `${shown} ${s(n, 'intervalle n’est enregistré', 'intervalles ne sont enregistrés')} qu’en partie : ${s(n, 'inconnu', 'inconnus')}.`,
    emptyVolume: (n, shown) =>
      `${shown} ${s(n, 'cellule est vide', 'cellules sont vides')} à la place d’un volume : inconnu.`,
    outlier: (n, shown) =>
      `${shown} ${s(n, 'intervalle compte', 'intervalles comptent')} plus de cinq fois les contacts habituels à cette heure ; ${s(n, 'pris tel quel', 'pris tels quels')}. Une fois la prévision utilisée, « Nettoyer l’historique », plus bas sur la page Demande du canal, ${s(n, 'le propose', 'les propose')}.`,
    zeroHandleTime: (n, shown) =>
      `${shown} ${s(n, 'ligne a', 'lignes ont')} des contacts avec une DMT de 0 ; ${s(n, 'exclue', 'exclues')} de la moyenne.`,
    noZeros: () =>
      'Aucune ligne ne dit 0 : le fichier omet peut-être les intervalles vides. Dans ce cas, choisissez « est sans contact » pour un intervalle sans ligne.',
    zeroFilled: (n, shown) =>
      `${shown} ${s(n, 'intervalle', 'intervalles')} sans ligne ${s(n, 'a été compté', 'ont été comptés')} 0, comme choisi.`,
    unordered: () => 'Les lignes ne suivent pas l’ordre du temps. Cela ne gêne pas.',
    undecodable: (n, shown) =>
      `${shown} ${s(n, 'caractère est illisible', 'caractères sont illisibles')} : le fichier a un autre encodage.`,
    identifierDropped: (n, shown) =>
      `${shown} ${s(n, 'colonne nomme', 'colonnes nomment')} des clients, des conseillers ou des contacts ; ${s(n, 'écartée, jamais conservée', 'écartées, jamais conservées')}.`,
    volumeFromOutcomes: () =>
      'Il n’y a pas de colonne de volume : traités et abandonnés ont été additionnés.',
    totalRow: (n, shown) =>
      `${shown} ${s(n, 'ligne de total n’a pas été comptée', 'lignes de total n’ont pas été comptées')}.`,
  },
  spans: (shown, more) =>
    more === '0' ? shown : `${shown}, et ${more} ${more === '1' ? 'autre plage' : 'autres plages'}`,
  sheet: 'Feuille',
  sheetRefused: (sheet: string) => `La feuille « ${sheet} » est inutilisable ; la précédente reste affichée.`,
  fileZone: 'Heures à l’horloge de',
  fileZoneHint: (zone) => `Elles sont converties à l’horloge de ${zone}.`,
  ofSeries: (names) => `${names} :`,
  inRow: (row) => `ligne ${row}`,
  recalled: 'Les colonnes sont lues comme la dernière fois.',
  guessAfresh: 'Deviner à nouveau',
  contactsAt: (when, contacts) => `${when} → ${contacts}`,
  earlierTitle: (file) => `Réunir avec l’historique de ${file} ?`,
  earlierText: (added, kept, same, conflicting) =>
    `Seulement dans ce fichier : ${added}. Seulement dans l’historique précédent : ${kept}. Identiques : ${same}. Différents : ${conflicting}.`,
  days: (n, shown) => `${shown} ${s(n, 'jour', 'jours')}`,
  joinAlone: (file) => `Non, prendre ${file} seul`,
  joinPlain: 'Oui, les réunir',
  joinFresh: 'Oui ; là où des jours diffèrent, ce fichier l’emporte',
  joinEarlier: 'Oui ; là où des jours diffèrent, l’historique précédent l’emporte',
  conflicts: 'Jours différents',
  dayByDay: 'Cochez les jours où l’historique précédent l’emporte.',
  earlierDay: 'Précédent retenu',
  earlierDayOf: (day, series) =>
    `L’historique précédent l’emporte le ${day}${series === null ? '' : `, ${series}`}`,
  day: 'Jour',
  earlierCount: 'Contacts, historique précédent',
  freshCount: 'Contacts, ce fichier',
  earlierTime: 'DMT, historique précédent',
  freshTime: 'DMT, ce fichier',
  intervalsDiffer: 'Intervalles différents',
  orderBy: 'Dans l’ordre',
  orders: { date: 'des dates', difference: 'des écarts, le plus grand d’abord' },
  allTo: {
    earlier: (count) => `L’historique précédent pour les ${count}`,
    fresh: (count) => `Ce fichier pour les ${count}`,
  },
  pages: 'Pages des jours différents',
  takeSpread: (measured, now) =>
    `Prendre la dispersion mesurée des DMT, ${measured} de la moyenne au lieu de ${now}`,
  takePatience: (measured, low, high, now) =>
    `Prendre la patience mesurée, ${measured} en moyenne (${low} à ${high}) au lieu de ${now}`,
  patienceCurve: (quarter, half) =>
    `Parmi ceux qui attendent encore, un quart est parti après ${quarter} et la moitié après ${half} (Kaplan–Meier).`,
  notSeen: 'plus longtemps qu’observé',
  outcomes: (answered, abandoned) => `${answered} traités, ${abandoned} abandonnés.`,
  firstResponses: (contacts, median, ninety) =>
    `Première réponse, temps calendaire : la moitié en ${median}, neuf sur dix en ${ninety} (${contacts} contacts).`,
  byTenure: (bands) => `DMT selon l’ancienneté du conseiller (avec contacts) – ${bands}.`,
  tenureBand: (from, to, mean, contacts) =>
    `${from === 0 ? 'premier mois' : to === null ? 'après un an' : `mois ${from + 1} à ${to}`} : ${mean} (${contacts})`,
  newcomerPace: (pace) =>
    `Dans leurs trois premiers mois, les conseillers travaillent à ${pace} de la vitesse de l’ensemble : ce qu’un groupe de débutants peut recevoir à la page Canaux.`,
  redials: (share, known) =>
    `${share} des ${known} appelants connus qui ont abandonné ont rappelé dans l’heure.`,
  rejection: {
    dateMissing: (v) => `La date manque (attendue : ${v['dateOrder']}).`,
    dateUnreadable: (v) => `« ${v['cell']} » n’est pas une date écrite ${v['dateOrder']}.`,
    dateDoesNotExist: (v) => `La date ${v['cell']} n’existe pas (${v['dateOrder']}).`,
    dateImplausible: (v) => `« ${v['cell']} » n’est pas entre 1970 et 2199.`,
    dateFarOff: (v) =>
      `La date ${v['cell']} est très éloignée de toutes les autres lignes et passe pour une faute de frappe : écartée. Corrigez-la dans le fichier pour que la ligne compte.`,
    timeUnreadable: (v) => `« ${v['cell']} » ne contient pas d’heure.`,
    offGrid: (v) => `${v['cell']} n’est pas le début d’un intervalle de ${v['fileMinutes']} minutes.`,
    zoneUnreadable: (v) => `« ${v['cell']} » n’est pas un fuseau horaire.`,
    zoneOffGrid: (v) =>
      `À l’horloge de ${v['timeZone']}, ${v['cell']} n’est pas le début d’un intervalle de ${v['fileMinutes']} minutes : les deux horloges ne diffèrent pas d’un nombre entier d’intervalles. Exportez des lignes de ${v['fileMinutes'] === '60' ? '30 ou 15' : '15'} minutes, ou des heures à cette horloge.`,
    notANumber: (v) => `« ${v['cell']} » n’est pas un nombre.`,
    otherDecimalMark: (v) => `${v['cell']} n’a pas le séparateur décimal choisi (${v['decimal']}).`,
    negativeVolume: (v) => `${v['cell']} contacts, c’est moins qu’aucun.`,
    absurdVolume: (v) =>
      `${v['cell']} contacts dans un intervalle, ce n’est pas crédible ; ${v['most']} au plus.`,
    absurdHandleTime: (v) =>
      `Une DMT de ${v['cell']} n’est pas crédible\u202F; 24 heures au plus par contact. Son unité est-elle la bonne\u202F?`,
    negativeHandleTime: (v) => `Une DMT de ${v['cell']} est négative.`,
    negativeWait: (v) => `Une attente jusqu’à ${v['cell']} finit avant le début du contact.`,
    noTenure: (v) =>
      `« ${v['cell']} » n’est pas une ancienneté de conseiller : un nombre jusqu’à 60 ans, ou une date avant le contact.`,
    channelMissing: () => 'La ligne ne nomme aucun canal.',
    extraCells: (v) => `Il y a plus de cellules que les ${v['columns']} colonnes, d’abord « ${v['cell']} ».`,
    malformedQuotes: () => 'Un guillemet est mal placé.',
  },
  rejectionAt: (row, column, sentence) =>
    column === '' ? `Ligne ${row} : ${sentence}` : `Ligne ${row}, colonne « ${column} » : ${sentence}`,
  fileIssue: {
    emptyFile: () => 'Il est vide.',
    headerOnly: () => 'Il a des en-têtes et aucune ligne en dessous.',
    fileTooLarge: (v) => `Il fait ${v['megabytes']} Mo ; on peut en lire ${v['most']} au plus.`,
    binaryFile: () =>
      'Ce n’est pas un fichier texte : il contient des octets qu’aucun texte n’a. Un fichier CSV, TSV ou .xlsx peut être lu.',
    oldWorkbook: () =>
      'C’est un ancien classeur Excel (.xls), ou un classeur protégé par un mot de passe. Enregistrez-le en .xlsx ou en CSV et choisissez ce fichier.',
    workbookDamaged: () => 'Le classeur est endommagé.',
    workbookTooLarge: (v) =>
      `Le classeur, ou une de ses feuilles décompressée, fait ${v['megabytes']} Mo ; on peut en lire ${v['most']} au plus. Enregistrez un tableau plus grand en CSV.`,
    noSheet: () => 'Le classeur n’a aucune feuille avec des cellules.',
    webPage: () =>
      'C’est une page web, pas un tableau : peut-être une page de connexion enregistrée à la place du rapport. Téléchargez le rapport en CSV.',
    scenarioFile: () =>
      'C’est un scénario, pas un historique. Ouvrez-le par « Ouvrir un fichier… » du menu Fichier.',
    pdfFile: () => 'C’est un document PDF, pas un tableau. Exportez le rapport en CSV.',
    archive: () => 'C’est une archive. Décompressez-la et choisissez un fichier qu’elle contient.',
    image: () => 'C’est une image, pas un tableau.',
    oneColumn: () =>
      'Une seule colonne a été trouvée, et elle n’a pas de dates. Les colonnes se séparent par virgule, point-virgule, tabulation ou barre.',
    noDateColumn: () => 'Aucune colonne ne contient la date.',
    datesDoNotExist: (v) =>
      `Une colonne ressemble à des dates, mais ces dates n’existent pas ; la première est ${v['cell']}, ligne ${v['row']}.`,
    noVolumeColumn: () => 'Aucune colonne ne contient des nombres de contacts.',
    noChannelColumn: () => 'Aucune colonne ne nomme le canal.',
    timeZone: (v) => `Le fuseau horaire « ${v['zone']} » est inconnu ici.`,
    interval: (v) => `${v['minutes']} minutes ne divisent pas la journée.`,
    coarserFile: (v) =>
      `Des lignes de ${v['fileMinutes']} minutes ne peuvent pas être réunies en intervalles de ${v['minutes']} minutes.`,
    tooManyChannels: (v) =>
      `Il nomme plus que les ${v['most']} canaux qu’on peut lire. La colonne du canal est-elle la bonne ?`,
    notALog: () =>
      'Ses lignes sont des nombres par intervalle ; pour rejouer il faut une ligne par contact, avec son heure.',
    noTimesOfDay: () =>
      'Ses contacts ont une date, mais pas d’heure ; pour rejouer il faut l’heure d’arrivée de chacun.',
    tooManyContacts: (v) => `Le journal a plus de ${v['most']} contacts.`,
    tooSpread: () => 'Ses lignes couvrent plus de canaux et de jours qu’on ne peut en garder.',
    quoteSwallows: (v) =>
      `Un guillemet de la ligne ${v['row']} avale au moins ${v['lines']} lignes. Essayez « sont des caractères ordinaires » pour les guillemets.`,
    endlessRow: (v) => `La ligne ${v['row']} ne finit pas en ${v['most']} caractères.`,
    volumesEmpty: (v) =>
      `Aucune des ${v['rows']} lignes n’a de nombre de contacts : les cellules sont vides. Choisissez ci-dessous la colonne qui les contient.`,
    nothingCounted: (v) => `Aucune des ${v['rows']} lignes n’a pu être comptée.`,
    failed: () => 'La lecture s’est arrêtée de façon inattendue.',
  },
};
