import type { Messages } from '../en.ts';

export const charts: Messages['charts'] = {
  showTable: 'Tableau',
  showChart: 'Graphique',
  showTableOf: (title) => `Afficher en tableau : ${title}`,
  showChartOf: (title) => `Afficher en graphique : ${title}`,
  chartKeys: 'Les flèches vont d’un point à l’autre.',
  stepKeys: 'Flèches gauche et droite : d’un intervalle à l’autre ; haut et bas : changer les conseillers.',
  moreOfPicture: 'Suite à droite : faites défiler l’image.',
  moreColumns: 'Suite à droite : faites défiler le tableau.',
  time: 'Heure',
  closed: 'fermé',
};
