import type { ContactReasons } from '../en/contact-reasons.ts';

export const contactReasons: ContactReasons = {
  title: 'Pourquoi les clients viennent',
  text: 'Chaque motif a sa part des contacts et sa propre durée de traitement, et un bot peut mieux réussir avec l’un qu’avec l’autre. Les modèles prennent le mélange qui arrive aux conseillers ; la simulation joue chaque motif.',
  on: 'Les clients viennent pour différents motifs',
  first: 'Question rapide',
  second: 'Demande longue',
  another: 'Autre motif',
  name: 'Motif',
  share: 'Part',
  handleTime: 'Travail du conseiller',
  patience: 'Renonce après',
  ways: {
    redial: 'Réessaie',
    switch: 'Essaie ailleurs',
    recontact: 'Revient',
    transfer: 'Transféré',
  },
  of: (what, reason) => `${what} : ${reason}`,
  remove: (reason) => `Supprimer ${reason}`,
  removeShort: 'Supprimer',
  add: 'Ajouter un motif',
  alsoOn: (reason, channel) => `Ajouter « ${reason} », comme sur ${channel}`,
  note: 'Quand une part change, les autres cèdent la place ; les durées et la patience restent.',
  laws: {
    title: 'Comment leurs durées diffèrent',
    text: 'Un motif diffère comme son canal, sauf s’il a sa propre loi. La simulation la joue ; les modèles connaissent moyenne et dispersion.',
    inherit: 'Comme le canal',
  },
  times: {
    title: 'Quand ils viennent',
    text: 'À certaines heures ou certains jours, les clients viennent pour d’autres motifs que d’habitude. Saisissez la part d’un motif à ce moment ; les autres cèdent la place. Modèles et simulation prennent chaque intervalle avec son propre mélange.',
    on: { byHour: 'Le mélange change au fil du jour', byWeekday: 'Le mélange change au fil de la semaine' },
    caption: { byHour: 'Motifs par heure du jour', byWeekday: 'Motifs par jour de la semaine' },
    head: { byHour: 'Heure', byWeekday: 'Jour' },
    mean: 'Travail moyen',
    finding: (least, leastAt, most, mostAt) =>
      `Un contact demande **${least}** de travail au plus court (${leastAt}) et **${most}** au plus long (${mostAt}).`,
  },
  mean: (all) => `Travail moyen par contact, tous motifs réunis : **${all}**.`,
  meanLeft: (all, left) =>
    `Travail moyen par contact : **${all}** tous motifs réunis, **${left}** pour les contacts que le bot laisse aux conseillers.`,
};
