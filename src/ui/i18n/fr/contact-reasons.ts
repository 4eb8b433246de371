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
  comesBack: 'Revient',
  of: (what, reason) => `${what} : ${reason}`,
  remove: (reason) => `Supprimer ${reason}`,
  removeShort: 'Supprimer',
  add: 'Ajouter un motif',
  alsoOn: (reason, channel) => `Ajouter « ${reason} », comme sur ${channel}`,
  note: 'Quand une part change, les autres cèdent la place ; les durées restent.',
  mean: (all) => `Travail moyen par contact, tous motifs réunis : **${all}**.`,
  meanLeft: (all, left) =>
    `Travail moyen par contact : **${all}** tous motifs réunis, **${left}** pour les contacts que le bot laisse aux conseillers.`,
};
