/** The English catalogue; its type is the contract that `fr.ts` fulfils. One file per page. */
import { channels } from './en/channels.ts';
import { charts } from './en/charts.ts';
import { compare } from './en/compare.ts';
import { cost } from './en/cost.ts';
import { demand } from './en/demand.ts';
import { explain } from './en/explain.ts';
import { history } from './en/history.ts';
import { inputs } from './en/inputs.ts';
import { issues } from './en/issues.ts';
import { overview } from './en/overview.ts';
import { shell } from './en/shell.ts';
import { simulation } from './en/simulation.ts';
import { staffing } from './en/staffing.ts';
import { words } from './en/words.ts';

export const en = {
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

export type Messages = typeof en;
