/** Le catalogue français : chaque clé du catalogue anglais, sinon rien ne compile. */
import type { Messages } from './en.ts';
import { channels } from './fr/channels.ts';
import { charts } from './fr/charts.ts';
import { compare } from './fr/compare.ts';
import { cost } from './fr/cost.ts';
import { demand } from './fr/demand.ts';
import { explain } from './fr/explain.ts';
import { history } from './fr/history.ts';
import { inputs } from './fr/inputs.ts';
import { issues } from './fr/issues.ts';
import { overview } from './fr/overview.ts';
import { shell } from './fr/shell.ts';
import { simulation } from './fr/simulation.ts';
import { staffing } from './fr/staffing.ts';
import { words } from './fr/words.ts';

export const fr: Messages = {
  shell,
  words,
  inputs,
  issues,
  charts,
  explain,
  overview,
  demand,
  history,
  channels,
  staffing,
  simulation,
  cost,
  compare,
};
