import type { Messages } from '../en.ts';

export const explain: Messages['explain'] = {
  button: (term) => `Expliquer : ${term}`,
  formula: 'Formule',
  inputs: 'Données',
  model: 'Modèle',
};
