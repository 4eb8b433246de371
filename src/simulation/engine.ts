/**
 * The event loop: one replication of a compiled model, from the first arrival to closed books.
 *
 * The next event is the earliest of the next arrival, the next completion, the next planned change
 * and, only in models that need them, the next timer. Nothing is allocated per event. Patience is
 * checked when a contact comes to the head of its queue; only lines and follow-ups, which depend on the
 * moment of leaving, ask for a timer. At equal times completions come first, then planned changes,
 * timers, arrivals.
 *
 * Reference: Law (2015), Simulation Modeling and Analysis, 5th ed., chapter 1, for the event-scheduling
 * view; the loop differs in that arrivals and planned changes are sorted lists, not events in a heap.
 */
import { createStream, replicationState } from '../random/streams.ts';
import { drawAbsences } from './absences.ts';
import { STREAM_SELECTION } from './arrival-source.ts';
import type { CompiledModel } from './compile.ts';
import { ARRIVED, CLOCK, DEADLINE, INTERRUPTED, INTERVAL, ORIGIN, STATE } from './contact-queue.ts';
import { CLASS_FIELDS, type Counters, GROUP_FIELDS, REASON_FIELDS } from './counters.ts';
import { abandon, columnOf, countStillWaiting, leaveQueue, purge } from './counting.ts';
import { EngineState, HAND, IN_CLOCK, IN_INTERVAL, IN_ORIGIN } from './engine-state.ts';
import type { EventLog } from './event-log.ts';
import { drawFactors } from './factors.ts';
import { complete } from './handling.ts';
import { arrive, seedBacklogs } from './joining.ts';
import { sumReasons } from './reasons.ts';
import { PlainFloor } from './plain-floor.ts';
import { isPlain, plainLoop, settleAtOnce } from './plain-loop.ts';
import { change } from './planned-changes.ts';
import { isSingle, singleLoop } from './single-loop.ts';
import { fire, nextOfAge } from './timers.ts';

export class Engine {
  readonly #state: EngineState;
  /** Null in models that ask for more than the plain loop does. */
  readonly #plain: PlainFloor | null;
  #single: boolean;

  /** `most`: the most special of the loops that may run; each gives the same bytes sooner than the one before. */
  constructor(
    model: CompiledModel,
    log: EventLog | null = null,
    most: 'general' | 'plain' | 'single' = 'single',
  ) {
    this.#state = new EngineState(model, log);
    this.#plain = most !== 'general' && isPlain(this.#state) ? new PlainFloor(this.#state) : null;
    this.#single = most === 'single' && isSingle(this.#state);
  }

  /** Counters of one replication, the same whatever ran before; valid until the next run, whose counters take their place. */
  run(seed: number, replication: number): Counters {
    const s = this.#state;
    start(s, seed, replication);
    if (this.#single && !singleLoop(s)) {
      // Two agents were done at the same moment: such a model does it again.
      this.#single = false;
      start(s, seed, replication);
    }
    if (this.#plain) {
      if (!this.#single) plainLoop(this.#plain);
      settleAtOnce(s);
    } else loop(s);
    finish(s);
    const { intervals, groups } = s.model;
    if (s.reasons) sumReasons(s.reasons, s.counters, intervals);
    const reasons = (s.columns - s.classes) * groups.length;
    return {
      cells: s.counters.cells.subarray(0, intervals * s.columns * CLASS_FIELDS),
      groupCells: s.counters.groupCells.subarray(0, intervals * groups.length * GROUP_FIELDS),
      reasonCells: s.counters.reasonCells.subarray(0, intervals * reasons * REASON_FIELDS),
      bot: s.counters.bot,
      returns: s.counters.returns,
      histogram: s.counters.histogram,
      journeys: s.journeys?.totals ?? s.counters.journeys,
    };
  }
}

function start(s: EngineState, seed: number, replication: number): void {
  const { model } = s;
  const begin = replicationState(seed, replication);
  s.clear();
  s.selection = createStream(begin, STREAM_SELECTION);
  s.followUps.start(begin);
  drawAbsences(model.agents.doubtful, begin, s.absent);
  const factors = drawFactors(model, begin);
  model.classes.forEach((c, index) => {
    s.open[index] = c.open === null ? 1 : 0;
    s.sources[index]!.start(begin, factors[index] ?? null);
    s.nextArrival[index] = s.sources[index]!.at[0]!;
  });
  seedBacklogs(s);
}

function loop(s: EngineState): void {
  const controlTime = s.model.controls.time;
  const completions = s.heap.time;
  const arrivals = s.nextArrival;
  const { classes, hasTimers, deadlines } = s;
  const { timers } = s.followUps;
  const hasAging = s.agingNext.length > 0;
  let control = 0;
  let planned = controlTime[0]!;
  let arriving = 0;
  for (let c = 1; c < classes; c++) if (arrivals[c]! < arrivals[arriving]!) arriving = c;
  let arrival = arrivals[arriving]!;
  for (;;) {
    const completion = completions[0]!;
    let timer = Infinity;
    if (hasTimers) {
      timer = timers.time[0]!;
      if (deadlines.time[0]! < timer) timer = deadlines.time[0]!;
      if (hasAging) timer = Math.min(timer, nextOfAge(s));
    }
    if (completion <= planned && completion <= arrival && completion <= timer) {
      s.setNow(completion);
      complete(s);
    } else if (planned <= arrival && planned <= timer) {
      s.setNow(planned);
      change(s, control);
      if (++control === controlTime.length) return;
      planned = controlTime[control]!;
    } else if (timer <= arrival) {
      s.setNow(timer);
      fire(s);
    } else {
      s.setNow(arrival);
      arrive(s, arriving);
      const source = s.sources[arriving]!;
      source.advance();
      arrival = source.at[source.next]!;
      arrivals[arriving] = arrival;
      for (let c = 0; c < classes; c++) {
        const candidate = arrivals[c]!;
        if (candidate < arrival) {
          arrival = candidate;
          arriving = c;
        }
      }
    }
  }
}

/** Settles who still waits when the horizon ends. */
function finish(s: EngineState): void {
  const { abandonAtEnd, end } = s.model;
  s.setNow(end);
  for (let c = 0; c < s.classes; c++) {
    const queue = s.queues[c]!;
    while (purge(s, c)) {
      const at = queue.at(queue.head);
      const deadline = queue.data[at + DEADLINE]!;
      if (deadline <= end) abandon(s, c, queue, at, deadline);
      else if (abandonAtEnd) abandon(s, c, queue, at, end);
      else {
        const clock = queue.data[at + (s.deferred[c] === 1 ? CLOCK : ARRIVED)]!;
        const judged = s.deferred[c] === 0 && queue.data[at + STATE] === INTERRUPTED;
        const column = columnOf(s, c, queue.data[at + ORIGIN]!);
        countStillWaiting(s, c, column, queue.data[at + INTERVAL]!, clock, end, judged);
        leaveQueue(s, c, end);
      }
      queue.head++;
    }
  }
  const { floor, slots, hands } = s;
  for (let agent = 0; agent < floor.load.length; agent++)
    for (let k = 0; k < floor.load[agent]!; k++) {
      const hand = agent * slots + k;
      const c = s.inClass[hand]!;
      const at = hand * HAND;
      if (s.deferred[c] === 0) continue;
      const column = columnOf(s, c, hands[at + IN_ORIGIN]!);
      countStillWaiting(s, c, column, hands[at + IN_INTERVAL]!, hands[at + IN_CLOCK]!, end);
    }
}
