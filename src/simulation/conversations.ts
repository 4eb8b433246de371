/**
 * Conversations in the hands of one agent: how far each is, which ends first, who replies when.
 *
 * All of an agent's conversations go on at once, each at a pace that depends on how many they are, so
 * every one that begins or ends changes when the others will. Paces come from tables of the state.
 */
import { type EngineState, HAND, IN_SILENT, IN_WORK } from './engine-state.ts';
import { replyTime } from './reply.ts';

/** Brings the work left of an agent's conversations up to date. */
export function progress(s: EngineState, agent: number): void {
  const elapsed = s.now - s.updated[agent]!;
  if (elapsed === 0) return;
  s.updated[agent] = s.now;
  const { hands } = s;
  const load = s.floor.load[agent]!;
  const first = agent * s.slots;
  for (let hand = first; hand < first + load; hand++)
    hands[hand * HAND + IN_WORK]! -= elapsed * pace(s, agent, hand, load);
}

/** Handle-time seconds per second that the conversation in this hand gets; a place that is only held runs by the clock. */
function pace(s: EngineState, agent: number, hand: number, load: number): number {
  if (s.hasSilent && s.hands[hand * HAND + IN_SILENT] === 1) return 1;
  const c = s.inClass[hand]!;
  const even = s.paceOf[c * s.slots + load - s.silent[agent]! - 1]!;
  return s.even ? even : even / s.slowness(agent, c);
}

/** Finds when the first of an agent's conversations (at least one) will end, and lists him if he can take another. */
export function retime(s: EngineState, agent: number, isNew: boolean): void {
  const { floor, heap, hands } = s;
  const load = floor.load[agent]!;
  const first = agent * s.slots;
  const active = load - s.silent[agent]!;
  let soonest = Infinity;
  let share = 0;
  for (let hand = first; hand < first + load; hand++) {
    const work = hands[hand * HAND + IN_WORK]!;
    const left = (work > 0 ? work : 0) / pace(s, agent, hand, load);
    if (left < soonest) soonest = left;
    if (s.hasSilent && hands[hand * HAND + IN_SILENT] === 1) continue;
    share += s.busyOf[s.inClass[hand]! * s.slots + active - 1]!;
  }
  if (floor.share[agent] !== share) floor.work(agent, share);
  heap.key = s.now + soonest;
  if (isNew) heap.add(agent);
  else heap.move(agent);
  floor.unlist(agent);
  if (floor.on[agent] === 1 && load < s.slots) floor.list(agent);
}

/** The hand whose conversation is done: the one with the least left, which rounding may have left a hair above 0. */
export function doneHand(s: EngineState, agent: number): number {
  const first = agent * s.slots;
  const load = s.floor.load[agent]!;
  let done = first;
  let least = Infinity;
  for (let hand = first; hand < first + load; hand++) {
    const left = s.hands[hand * HAND + IN_WORK]! / pace(s, agent, hand, load);
    if (left < least) {
      least = left;
      done = hand;
    }
  }
  return done;
}

/** The agent's last conversation moves to this hand, whose own is over. */
export function freeHand(s: EngineState, agent: number, hand: number): void {
  const { hands, inClass } = s;
  const load = --s.floor.load[agent]!;
  const last = agent * s.slots + load;
  if (hand === last) return;
  inClass[hand] = inClass[last]!;
  const to = hand * HAND;
  const from = last * HAND;
  for (let f = 0; f < HAND; f++) hands[to + f] = hands[from + f]!;
}

/** Seconds that the agent, with the conversations in hand, takes for the first reply to the contact being routed. */
export function firstReply(s: EngineState, agent: number, c: number): number {
  const law = s.model.classes[c]!.reply;
  if (law === null) return 0;
  const others = s.floor.load[agent]! - s.silent[agent]!;
  return replyTime(law, others, s.followUps, s.customer, s.origin) * s.slowness(agent, c);
}
