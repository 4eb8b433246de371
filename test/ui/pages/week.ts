/** A small real week for the tests of the pages: the bundled team of six, analysed. */
import { readFileSync } from 'node:fs';
import { analyse } from '../../../src/scenario/analyse.ts';
import { buildAxis } from '../../../src/scenario/axis.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const file = new URL('../../../scenarios/small-team.json', import.meta.url);
const parsed = parseScenario(JSON.parse(readFileSync(file, 'utf8')));
if (!parsed.ok) throw new Error(parsed.issues[0]?.message);

export const scenario = parsed.scenario;
export const axis = buildAxis(scenario.calendar);
export const analysis = analyse(scenario);
