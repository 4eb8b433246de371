/**
 * Sums and products over replications: all that estimates and their intervals need, in memory that
 * does not grow with the number of replications (but for one short row of totals per replication).
 *
 * Replications are added in chunks of fixed size and chunks in order, so that every sum is formed in
 * the same order, to the same bytes, however many workers shared the chunks.
 */
import {
  V_OFFERED,
  V_ABANDONED,
  V_GOOD,
  V_JUDGED,
  V_DELAYED,
  V_WAIT,
  V_SETTLED,
  V_WAIT_ANSWERED,
  V_RESPONSE,
  V_RESPONSE_WITHIN,
  V_REACHED,
  V_VIRTUAL,
  V_DECIDED,
  CLASS_VALUES,
  readValues,
} from './class-values.ts';
import type { CompiledModel } from './compile.ts';
import * as K from './counters.ts';
import { addTo } from './counters.ts';
import { addJourneys, createJourneySums } from './journey-estimates.ts';
import { keepReason, keepWork, REASON_TOTALS } from './reason-totals.ts';
import { withAllGroups } from './reasons.ts';

/** Replications that one worker runs at a time. */
export const CHUNK = 4;
/** Chunks share so many histograms, whose spread gives a percentile its interval. */
export const SECTIONS = 16;

/** Products that are summed, by pairs of values. */
const CLASS_PAIRS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: CLASS_VALUES }, (_, v) => [v, v] as const),
  [V_GOOD, V_JUDGED],
  [V_ABANDONED, V_OFFERED],
  [V_DELAYED, V_OFFERED],
  [V_WAIT, V_SETTLED],
  [V_WAIT_ANSWERED, V_REACHED],
  [V_RESPONSE, V_REACHED],
  [V_RESPONSE_WITHIN, V_REACHED],
  [V_VIRTUAL, V_DECIDED],
];
const GROUP_PAIRS: readonly (readonly [number, number])[] = [
  [K.STAFFED_SECONDS, K.STAFFED_SECONDS],
  [K.BUSY_SECONDS, K.BUSY_SECONDS],
  [K.OVERRUN_SECONDS, K.OVERRUN_SECONDS],
  [K.BUSY_SECONDS, K.STAFFED_SECONDS],
];

/** Answered over taken up: of live contacts those put back are the difference, of deferred ones who finished it counts. */
const REASON_PAIRS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: K.REASON_FIELDS }, (_, v) => [v, v] as const),
  [K.R_WORK, K.R_TAKEN],
  [K.R_WAIT, K.R_TAKEN],
  [K.R_WAIT, K.R_ANSWERED],
];

/** The same in typed arrays, beside the number of values. */
type Pairs = { readonly width: number; readonly first: Uint8Array; readonly second: Uint8Array };
const flat = (width: number, pairs: readonly (readonly [number, number])[]): Pairs => ({
  width,
  first: Uint8Array.from(pairs, ([a]) => a),
  second: Uint8Array.from(pairs, ([, b]) => b),
});
const OF_CLASS = flat(CLASS_VALUES, CLASS_PAIRS);
const OF_GROUP = flat(K.GROUP_FIELDS, GROUP_PAIRS);
const OF_REASON = flat(K.REASON_FIELDS, REASON_PAIRS);

/** Targets whose replications are counted, in this order. */
export const TARGETS = [
  'all',
  'serviceLevel',
  'meanWaitAnswered',
  'abandonment',
  'firstResponseMean',
  'firstResponsePercentile',
] as const;

export type Accumulated = {
  replications: number;
  /** [row][class, then its reasons][value]; the row after the last interval holds the whole horizon. */
  readonly sums: Float64Array<ArrayBuffer>;
  readonly products: Float64Array<ArrayBuffer>;
  readonly groupSums: Float64Array<ArrayBuffer>;
  readonly groupProducts: Float64Array<ArrayBuffer>;
  /** [row][reason][group, then all of them][field]; empty where no class has reasons. */
  readonly reasonSums: Float64Array<ArrayBuffer>;
  readonly reasonProducts: Float64Array<ArrayBuffer>;
  readonly bot: Float64Array<ArrayBuffer>;
  /** [class, then reason][field][field]. */
  readonly botProducts: Float64Array<ArrayBuffer>;
  /** [class][field] of returns. */
  readonly returns: Float64Array<ArrayBuffer>;
  /** Sums of journey-estimates.ts; empty where customers have one contact each. */
  readonly journeys: Float64Array<ArrayBuffer>;
  /** [section][class, then waits][bin]; a single section in what a chunk returns. */
  readonly histograms: Float64Array<ArrayBuffer>;
  readonly sections: number;
  /** [class][target], replications that met it. */
  readonly met: Float64Array<ArrayBuffer>;
  /** [replication][class][value] over the whole horizon, in order of replications; the first `replications` rows count, the rest is room to grow. */
  totals: Float64Array<ArrayBuffer>;
  /** [replication][reason][`REASON_KEPT`, then `KEPT_TAKEN` …], likewise. */
  reasonTotals: Float64Array<ArrayBuffer>;
};

/** What is added up over replications, whatever their number. */
const SUMS = [
  'sums',
  'products',
  'groupSums',
  'groupProducts',
  'reasonSums',
  'reasonProducts',
  'bot',
  'botProducts',
  'returns',
  'journeys',
  'met',
] as const satisfies readonly (keyof Accumulated)[];

export function createAccumulated(compiled: CompiledModel, sections: number = SECTIONS): Accumulated {
  const classes = compiled.classes.length;
  const groups = compiled.groups.length;
  const columns = compiled.columns.length;
  const rows = compiled.intervals + 1;
  const reasons = rows * (columns - classes) * (groups + 1);
  return {
    replications: 0,
    sums: new Float64Array(rows * columns * CLASS_VALUES),
    products: new Float64Array(rows * columns * CLASS_PAIRS.length),
    groupSums: new Float64Array(rows * groups * K.GROUP_FIELDS),
    groupProducts: new Float64Array(rows * groups * GROUP_PAIRS.length),
    reasonSums: new Float64Array(reasons * K.REASON_FIELDS),
    reasonProducts: new Float64Array(reasons * REASON_PAIRS.length),
    bot: new Float64Array(columns * K.BOT_FIELDS),
    botProducts: new Float64Array(columns * K.BOT_FIELDS * K.BOT_FIELDS),
    returns: new Float64Array(classes * K.RETURN_FIELDS),
    journeys: createJourneySums(compiled),
    histograms: new Float64Array(sections * compiled.histograms * K.HISTOGRAM_BINS),
    sections,
    met: new Float64Array(classes * TARGETS.length),
    totals: new Float64Array(0),
    reasonTotals: new Float64Array(0),
  };
}

/** Takes everything out again, to gather another chunk in the same memory. */
export function empty(gathered: Accumulated): void {
  gathered.replications = 0;
  for (const name of SUMS) gathered[name].fill(0);
  gathered.histograms.fill(0);
}

/**
 * Adds one replication to what a chunk has gathered (`into.sections` is 1).
 *
 * Its long loops stand in functions of their own: all in one, they would be compiled as a whole in a thread's
 * first second, which takes longer than they ever run there.
 */
export function addReplication(into: Accumulated, compiled: CompiledModel, counters: K.Counters): void {
  const { classes, columns, groups, intervals } = compiled;
  const values = new Float64Array(CLASS_VALUES);
  const totals = new Float64Array(classes.length * CLASS_VALUES);
  const whole = new Float64Array(columns.length * K.CLASS_FIELDS);
  addRows(whole, counters.cells);
  for (let i = 0; i < intervals; i++)
    for (let c = 0; c < columns.length; c++) {
      const cell = i * columns.length + c;
      readValues(counters.cells, cell * K.CLASS_FIELDS, classes[columns[c]!.class]!, values);
      addProducts(into.sums, into.products, cell, values, 0, OF_CLASS);
    }
  const reasons = columns.length - classes.length;
  const reasonTotals = new Float64Array(reasons * REASON_TOTALS);
  const last = (intervals - 1) * columns.length * K.CLASS_FIELDS;
  for (let c = 0; c < columns.length; c++) {
    const atEnd = c * K.CLASS_FIELDS + K.QUEUE_AT_END;
    // The end of the horizon is that of its last interval.
    whole[atEnd] = counters.cells[last + atEnd]!;
    readValues(whole, c * K.CLASS_FIELDS, classes[columns[c]!.class]!, values);
    addProducts(into.sums, into.products, intervals * columns.length + c, values, 0, OF_CLASS);
    if (c < classes.length) {
      totals.set(values, c * CLASS_VALUES);
      countTargets(into.met, c, compiled, values, whole);
    } else keepReason(reasonTotals, c - classes.length, values, counters.bot, c);
  }
  addCells(into.groupSums, into.groupProducts, counters.groupCells, groups.length, OF_GROUP);
  const reasonCells = withAllGroups(counters.reasonCells, groups.length);
  addCells(into.reasonSums, into.reasonProducts, reasonCells, reasons * (groups.length + 1), OF_REASON);
  keepWork(reasonTotals, reasonCells, reasons, groups.length);
  addTo(into.bot, counters.bot);
  for (let i = 0; i < counters.bot.length; i++) {
    const from = i - (i % K.BOT_FIELDS);
    for (let f = 0; f < K.BOT_FIELDS; f++)
      into.botProducts[i * K.BOT_FIELDS + f]! += counters.bot[i]! * counters.bot[from + f]!;
  }
  addTo(into.returns, counters.returns);
  addJourneys(into.journeys, classes.length, counters.journeys);
  addTo(into.histograms, counters.histogram);
  into.totals = appended(into.totals, into.replications * totals.length, totals);
  into.reasonTotals = appended(into.reasonTotals, into.replications * reasonTotals.length, reasonTotals);
  into.replications++;
}

/** Adds rows of so many cells, and their sums as the row behind them. */
function addCells(
  sums: Float64Array,
  products: Float64Array,
  cells: Float64Array,
  perRow: number,
  pairs: Pairs,
): void {
  const { width } = pairs;
  const whole = new Float64Array(perRow * width);
  addRows(whole, cells);
  const count = cells.length / width;
  for (let cell = 0; cell < count; cell++) addProducts(sums, products, cell, cells, cell * width, pairs);
  for (let cell = 0; cell < perRow; cell++)
    addProducts(sums, products, count + cell, whole, cell * width, pairs);
}

/** Adds every row of `cells` to the one row of `into`. */
function addRows(into: Float64Array, cells: Float64Array): void {
  for (let at = 0; at < cells.length; at += into.length) addTo(into, cells.subarray(at, at + into.length));
}

/** Adds a chunk to the whole; chunks must come in order. */
export function mergeChunk(into: Accumulated, chunk: Accumulated, index: number): void {
  for (const name of SUMS) addTo(into[name], chunk[name]);
  const section = index % into.sections;
  const size = chunk.histograms.length;
  addTo(into.histograms.subarray(section * size, (section + 1) * size), chunk.histograms);
  const classes = chunk.met.length / TARGETS.length;
  const reasons = chunk.bot.length / K.BOT_FIELDS - classes;
  const append = (rows: 'totals' | 'reasonTotals', width: number): void => {
    const more = chunk[rows].subarray(0, chunk.replications * width);
    into[rows] = appended(into[rows], into.replications * width, more);
  };
  append('totals', classes * CLASS_VALUES);
  append('reasonTotals', reasons * REASON_TOTALS);
  into.replications += chunk.replications;
}

/** Puts `more` behind the first `used` numbers; what is too short is copied to twice the room, so that a number moves less than once on average. */
function appended(
  to: Float64Array<ArrayBuffer>,
  used: number,
  more: Float64Array,
): Float64Array<ArrayBuffer> {
  let out = to;
  if (used + more.length > to.length) {
    out = new Float64Array(Math.max(used + more.length, 2 * to.length));
    out.set(to.subarray(0, used));
  }
  out.set(more, used);
  return out;
}

/** Adds the values from `at` on, and the products of some of them, to those of a cell. */
function addProducts(
  sums: Float64Array,
  products: Float64Array,
  cell: number,
  values: Float64Array,
  at: number,
  pairs: Pairs,
): void {
  const { width, first, second } = pairs;
  const from = cell * width;
  let some = 0;
  for (let v = 0; v < width; v++) {
    const value = values[at + v]!;
    some += +(value !== 0);
    sums[from + v]! += value;
  }
  // An hour of the night: nothing times nothing.
  if (some === 0) return;
  const to = cell * first.length;
  for (let p = 0; p < first.length; p++)
    products[to + p]! += values[at + first[p]!]! * values[at + second[p]!]!;
}

/**
 * A target is met by a replication's own totals; a replication without contacts meets it, one in which
 * contacts came and nobody was answered breaks every promise about the answered.
 */
function countTargets(
  met: Float64Array,
  c: number,
  compiled: CompiledModel,
  values: Float64Array,
  whole: Float64Array,
): void {
  const targets = compiled.model.classes[c]?.targets;
  if (!targets) return;
  const answered = values[V_REACHED]!;
  const nobody = answered === 0 && values[V_OFFERED]! > 0;
  const mean = (seconds: number) => (answered > 0 ? seconds / answered : nobody ? Infinity : 0);
  const share = (part: number, all: number, empty: number) => (all > 0 ? part / all : empty);
  const ofAnswered = compiled.model.classes[c]?.serviceLevel?.definition === 'answered';
  const results: (boolean | undefined)[] = [
    targets.serviceLevel === undefined
      ? undefined
      : share(values[V_GOOD]!, values[V_JUDGED]!, nobody && ofAnswered ? 0 : 1) >= targets.serviceLevel,
    targets.meanWaitAnswered === undefined
      ? undefined
      : mean(values[V_WAIT_ANSWERED]!) <= targets.meanWaitAnswered,
    targets.abandonment === undefined
      ? undefined
      : share(values[V_ABANDONED]!, values[V_OFFERED]!, 0) <= targets.abandonment,
    targets.firstResponse?.mean === undefined
      ? undefined
      : mean(values[V_RESPONSE]!) <= targets.firstResponse.mean,
    targets.firstResponse?.percentile === undefined
      ? undefined
      : share(whole[c * K.CLASS_FIELDS + K.RESPONSE_WITHIN]!, answered, nobody ? 0 : 1) >=
        targets.firstResponse.percentile.share,
  ];
  const at = c * TARGETS.length;
  if (results.every((result) => result !== false)) met[at]!++;
  results.forEach((result, i) => {
    if (result === true) met[at + 1 + i]!++;
  });
}

/** Place of a product among the summed ones. */
export function classProduct(a: number, b: number): number {
  return a === b ? a : CLASS_PAIRS.findIndex(([x, y]) => x === a && y === b);
}

export const CLASS_PRODUCTS = CLASS_PAIRS.length;
export const GROUP_PRODUCTS = GROUP_PAIRS.length;
export const REASON_PRODUCTS = REASON_PAIRS.length;
export const REASON_WORK_PER_TAKEN = K.REASON_FIELDS;
export const REASON_WAIT_PER_TAKEN = K.REASON_FIELDS + 1;
export const REASON_WAIT_PER_ANSWERED = K.REASON_FIELDS + 2;
