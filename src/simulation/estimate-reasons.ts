/** What became of the contacts of each reason of a class, and who spent how long on them. */
import { meanEstimate, type PairSums, ratioEstimate, shareEstimate } from '../numeric/ratio-of-totals.ts';
import type { Share } from '../units.ts';
import {
  type Accumulated,
  REASON_PRODUCTS,
  REASON_WAIT_PER_ANSWERED,
  REASON_WAIT_PER_TAKEN,
  REASON_WORK_PER_TAKEN,
} from './accumulate.ts';
import { V_ARRIVALS, V_REACHED, V_RESPONSE, V_RESPONSE_WITHIN } from './class-values.ts';
import type { CompiledModel } from './compile.ts';
import * as K from './counters.ts';
import { botSummary, contactEstimates, mean, pairSums, whenRead } from './estimate-cells.ts';
import { reasonsOf } from './reasons.ts';
import type { Estimate, ReasonGroupEstimates, ReasonSummary } from './summary.ts';

/** In the order of the model; contacts from elsewhere with a reason it does not know come last, if there were any. */
export function reasonSummaries(
  compiled: CompiledModel,
  data: Accumulated,
  c: number,
  level: Share,
): ReasonSummary[] {
  const first = compiled.reasons!.first[c]!;
  const ids = [...reasonsOf(compiled.model.classes[c]!).map(({ id }) => id), null];
  return ids
    .map((id, r) => reasonSummary(compiled, data, first + r, id, level))
    .filter(({ id, offered, turnedAway }) => id !== null || offered.value > 0 || turnedAway.value > 0);
}

function reasonSummary(
  compiled: CompiledModel,
  data: Accumulated,
  column: number,
  id: string | null,
  level: Share,
): ReasonSummary {
  const { intervals, columns, intervalSeconds, classes, groups, model } = compiled;
  const c = columns[column]!.class;
  const contacts = (row: number) => {
    const {
      meanQueueLength: _,
      queueAtEnd: _at,
      ...rest
    } = contactEstimates(data, row, column, columns.length, intervalSeconds, level);
    return { ...rest, work: groupEstimates(compiled, data, row, column, groups.length, level) };
  };
  const pair = (x: number, y: number) => pairSums(data, intervals, column, columns.length, x, y);
  const promised = model.classes[c]!.targets?.firstResponse?.percentile;
  const serving = groups.flatMap(({ order }, g) => (order.some((skill) => skill.class === c) ? [g] : []));
  const byInterval = whenRead(() => Array.from({ length: intervals }, (_, i) => contacts(i)));
  return {
    id,
    ...contacts(intervals),
    arrivals: mean(data, intervals, column, columns.length, V_ARRIVALS, 1, level),
    firstResponse: {
      mean: ratioEstimate(pair(V_RESPONSE, V_REACHED), level),
      within: promised === undefined ? null : shareEstimate(pair(V_RESPONSE_WITHIN, V_REACHED), level),
    },
    bot: classes[c]!.bot && id !== null ? botSummary(data, column, level) : null,
    groups: serving.map((g) => {
      const perInterval = whenRead(() =>
        Array.from({ length: intervals }, (_, i) => groupEstimates(compiled, data, i, column, g, level)),
      );
      return {
        id: groups[g]!.id,
        ...groupEstimates(compiled, data, intervals, column, g, level),
        get intervals() {
          return perInterval();
        },
      };
    }),
    get intervals() {
      return byInterval();
    },
  };
}

/** @param g group; their number for all of them */
function groupEstimates(
  { classes, columns, groups }: CompiledModel,
  data: Accumulated,
  row: number,
  column: number,
  g: number,
  level: Share,
): ReasonGroupEstimates {
  const reasons = columns.length - classes.length;
  const cell = (row * reasons + column - classes.length) * (groups.length + 1) + g;
  const sum = (field: number) => data.reasonSums[cell * K.REASON_FIELDS + field]!;
  const product = (place: number) => data.reasonProducts[cell * REASON_PRODUCTS + place]!;
  const count = data.replications;
  const field = (f: number, per = 1): Estimate =>
    meanEstimate({ count, sum: sum(f) / per, squares: product(f) / (per * per) }, level);
  const pair = (x: number, y: number, xy: number): PairSums => ({
    count,
    x: sum(x),
    y: sum(y),
    xx: product(x),
    xy: product(xy),
    yy: product(y),
  });
  const answers = classes[columns[column]!.class]!.deferred
    ? pair(K.R_WAIT, K.R_ANSWERED, REASON_WAIT_PER_ANSWERED)
    : pair(K.R_WAIT, K.R_TAKEN, REASON_WAIT_PER_TAKEN);
  return {
    taken: field(K.R_TAKEN),
    answered: field(K.R_ANSWERED),
    answeredWithin: field(K.R_WITHIN),
    meanWaitAnswered: ratioEstimate(answers, level),
    handleTime: ratioEstimate(pair(K.R_WORK, K.R_TAKEN, REASON_WORK_PER_TAKEN), level),
    workHours: field(K.R_WORK, 3600),
  };
}
