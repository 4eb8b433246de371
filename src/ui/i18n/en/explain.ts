/** The popover in which a number explains itself. */
export const explain = {
  button: (term: string) => `Explain: ${term}`,
  formula: 'Formula',
  inputs: 'Inputs',
  model: 'Model',
};
