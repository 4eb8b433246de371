/**
 * What one replication counts, in typed arrays that travel between threads.
 *
 * Cells are numerators and denominators, never averages: a service level is a ratio of their totals.
 * A contact belongs to the interval in which it joined the queue, whenever its fate is settled.
 */

/** Columns of a class's cell for one interval. */
export const OFFERED = 0;
export const ANSWERED = 1;
export const ABANDONED = 2;
export const BLOCKED = 3;
/** Answered within the threshold. */
export const WITHIN = 4;
/** Abandoned within the threshold. */
export const ABANDONED_WITHIN = 5;
/** Abandoned within the short-abandon time. */
export const ABANDONED_SHORT = 6;
/** Abandoned, but would have been answered within the threshold with endless patience. */
export const ABANDONED_VIRTUAL = 7;
/** Not answered the moment it came. */
export const DELAYED = 8;
/** Seconds. */
export const WAIT_ANSWERED = 9;
export const WAIT_ABANDONED = 10;
/** Contact-seconds of waiting that passed in this interval. */
export const QUEUE_SECONDS = 11;
export const STILL_WAITING = 12;
/** Still waiting at the end, with its threshold not yet passed: neither good nor bad. */
export const UNDECIDED = 13;
/** First response within the percentile target. */
export const RESPONSE_WITHIN = 14;
/** First contacts of customers, before any bot. */
export const ARRIVALS = 15;
/** Seconds until the first response, over contacts answered. */
export const RESPONSE_SECONDS = 16;
/** Met a closed live class: in no other column but `ARRIVALS`. */
export const TURNED_AWAY = 17;
/** Accepted a callback instead of waiting: offered in the class that calls back. */
export const CALLED_BACK = 18;
/**
 * An agent had begun, was called off by a preemptive shift end, and nobody has taken it up again: judged
 * when he began, and counted among what became of it then, abandoned or still waiting.
 */
export const PUT_BACK = 19;
/** Of those, who still waited at the end. */
export const PUT_BACK_WAITING = 20;
/** Waiting when the interval ended. */
export const QUEUE_AT_END = 21;
export const CLASS_FIELDS = 22;

/** Columns of a group's cell for one interval, agent-seconds. */
export const STAFFED_SECONDS = 0;
/** At work within a stretch. */
export const BUSY_SECONDS = 1;
/** At work after the end of a stretch. */
export const OVERRUN_SECONDS = 2;
export const GROUP_FIELDS = 3;

/** Columns of what a group does for a reason, in one interval. Taken up for the first time: */
export const R_TAKEN = 0;
export const R_ANSWERED = 1;
/** Answered within the threshold, and seconds waited until then. */
export const R_WITHIN = 2;
export const R_WAIT = 3;
/** Agent-seconds of work that was taken up, less what was put down again. */
export const R_WORK = 4;
export const REASON_FIELDS = 5;

/** Columns of a class's bot totals. */
export const BOT_REACHED = 0;
export const BOT_CONTAINED = 1;
export const BOT_RESOLVED = 2;
export const BOT_ESCALATED = 3;
export const BOT_RECONTACTED = 4;
/** Neither solved, handed over nor coming back. */
export const BOT_LEFT = 5;
/** First contacts, those that do not meet the bot included. */
export const BOT_CAME = 6;
export const BOT_FIELDS = 7;

/**
 * Columns of a class's returns: customers who came again. First by the class they came to, in the order of
 * `Way` (follow-ups.ts), then by the class that had not helped them, and how it ended there.
 */
export const CAME_AGAIN = 0;
export const ABANDONED_REDIALED = 4;
export const ABANDONED_SWITCHED = 5;
export const BLOCKED_REDIALED = 6;
export const BLOCKED_SWITCHED = 7;
/** The bot had kept them and solved nothing. */
export const BOT_LEFT_RECONTACTED = 8;
export const RETURN_FIELDS = 9;

/**
 * First responses are counted in bins 1/32 of an octave wide, from 1/16 s to 2^22 s (48 days): a
 * percentile read from them is off by at most 1.6 %. Bin 0 takes what is shorter, the last what is longer.
 */
export const BINS_PER_OCTAVE = 32;
const LOWEST_OCTAVE = -4;
const HIGHEST_OCTAVE = 22;
export const HISTOGRAM_BINS = (HIGHEST_OCTAVE - LOWEST_OCTAVE) * BINS_PER_OCTAVE + 2;

export type Counters = {
  /** [interval][class, then its reasons][field]; see reasons.ts. */
  readonly cells: Float64Array<ArrayBuffer>;
  /** [interval][group][field]. */
  readonly groupCells: Float64Array<ArrayBuffer>;
  /** [interval][reason][group][field]; empty where no class has reasons. */
  readonly reasonCells: Float64Array<ArrayBuffer>;
  /** [class, then reason][field]. */
  readonly bot: Float64Array<ArrayBuffer>;
  /** [class][field] of returns. */
  readonly returns: Float64Array<ArrayBuffer>;
  /** [class][bin], answered contacts by first response; then by wait, see `waitHistogram` of the compiled model. */
  readonly histogram: Float64Array<ArrayBuffer>;
  /** [first class][column] of journey-books.ts; empty where customers have one contact each. */
  readonly journeys: Float64Array<ArrayBuffer>;
};

export function createCounters(
  intervals: number,
  classes: number,
  columns: number,
  groups: number,
  histograms: number,
): Counters {
  return {
    cells: new Float64Array(intervals * columns * CLASS_FIELDS),
    groupCells: new Float64Array(intervals * groups * GROUP_FIELDS),
    reasonCells: new Float64Array(intervals * (columns - classes) * groups * REASON_FIELDS),
    bot: new Float64Array(columns * BOT_FIELDS),
    returns: new Float64Array(classes * RETURN_FIELDS),
    histogram: new Float64Array(histograms * HISTOGRAM_BINS),
    journeys: new Float64Array(0),
  };
}

/** Adds `from` to `into`, column by column. */
export function addTo(into: Float64Array, from: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i]! += from[i]!;
}

const scratch = new Float64Array(1);
const words = new Int32Array(scratch.buffer);
const HIGH = ((scratch[0] = 1), words[1] === 0 ? 0 : 1);

/** The bin of a response time: exponent and first five bits of the mantissa, read off the number's own bits. */
export function binOf(seconds: number): number {
  scratch[0] = seconds;
  const bin = (words[HIGH]! >> 15) - ((1023 + LOWEST_OCTAVE) << 5) + 1;
  return bin < 0 ? 0 : bin < HISTOGRAM_BINS ? bin : HISTOGRAM_BINS - 1;
}

/** Lower edge of a bin, seconds; the edge after the last bin is Infinity. */
export function binEdge(bin: number): number {
  if (bin <= 0) return 0;
  if (bin >= HISTOGRAM_BINS) return Infinity;
  const steps = bin - 1;
  return 2 ** (LOWEST_OCTAVE + (steps >> 5)) * (1 + (steps & 31) / BINS_PER_OCTAVE);
}
