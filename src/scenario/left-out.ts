/**
 * What the simulation plays and the models leave out, channel by channel: pages that show what is expected
 * say so, and which way it moves the figures.
 */
import type { Seconds } from '../units.ts';
import type { TargetKind } from './analysis.ts';
import { isComeBackTo } from './afterwards.ts';
import { isDeferred } from './opening.ts';
import { leavesEarly } from './patience.ts';
import type { AgentGroup, Channel, Scenario } from './schema.ts';

/**
 *     comeBack      somebody comes who was here or elsewhere before
 *     callback      who would have to wait may be called back instead
 *     leaveSooner   more customers leave early than with exponential patience
 *     leaveLater    fewer do
 *     lines         who finds every line taken is turned away
 *     silent        who gives up without a sign still takes a place
 *     overflow      some groups help after a wait only
 *     nobodyAtOnce  all of them do: everybody waits
 *     lastContact   agents take nothing new at the end of their shift
 *     bunched       contacts come in batches, or in waves within the day
 *     carriedIn     customers are in line already when the channel first opens
 *     turnPace      turns of a conversation are taken at the pace of who holds it
 */
export type LeftOut =
  | 'comeBack'
  | 'callback'
  | 'leaveSooner'
  | 'leaveLater'
  | 'lines'
  | 'silent'
  | 'overflow'
  | 'nobodyAtOnce'
  | 'lastContact'
  | 'bunched'
  | 'carriedIn'
  | 'turnPace';

export const LEFT_OUT: readonly LeftOut[] = [
  'comeBack',
  'callback',
  'leaveSooner',
  'leaveLater',
  'lines',
  'silent',
  'overflow',
  'nobodyAtOnce',
  'lastContact',
  'bunched',
  'carriedIn',
  'turnPace',
];

export function isLeftOut(what: LeftOut, scenario: Scenario, channel: Channel): boolean {
  switch (what) {
    case 'comeBack':
      return isComeBackTo(scenario, channel);
    case 'callback':
      return (channel.callback?.accept ?? 0) > 0;
    case 'leaveSooner':
      return leavesEarly(channel) === 'more';
    case 'leaveLater':
      return leavesEarly(channel) === 'fewer';
    case 'lines':
      return channel.lines !== undefined;
    case 'silent':
      return channel.patience !== null && (channel.conversation?.silentAbandon?.share ?? 0) > 0;
    case 'overflow':
      return (
        waitsFor(scenario, channel).some((after) => after > 0) &&
        !isLeftOut('nobodyAtOnce', scenario, channel)
      );
    case 'nobodyAtOnce': {
      const waits = waitsFor(scenario, channel);
      return waits.length > 0 && waits.every((after) => after > 0);
    }
    case 'lastContact':
      return servedBy(scenario, channel).some(
        ({ staffing }) => staffing.kind === 'shifts' && (staffing.lastContactMinutes ?? 0) > 0,
      );
    case 'bunched':
      return isBunched(channel);
    case 'carriedIn':
      return channel.backlog !== undefined && !isDeferred(channel.kind);
    case 'turnPace':
      return (
        channel.conversation !== undefined &&
        scenario.groups.some(({ skills }) =>
          skills.some((skill) => skill.channel === channel.id && (skill.speed ?? 1) !== 1),
        )
      );
  }
}

function isBunched({ demand: { batch, intervalFactorCv = 0 } }: Channel): boolean {
  const size = batch?.kind === 'constant' ? batch.size : (batch?.mean ?? 1);
  return size > 1 || intervalFactorCv > 0;
}

/** Channels of which it is left out. */
export function channelsWithout(what: LeftOut, scenario: Scenario): Channel[] {
  return scenario.channels.filter((channel) => isLeftOut(what, scenario, channel));
}

type Side = 'better' | 'worse';

/**
 * On which side of the models the simulation comes out for it; null where that depends: a fast group
 * replies sooner, a slow one later. With another
 * patience or limited lines fewer wait or more do, but who leaves, or is turned away, is not in time either.
 */
function sideOf(what: LeftOut, measure: TargetKind): Side | null {
  const inTime = measure === 'serviceLevel';
  const leaving = measure === 'abandonment';
  switch (what) {
    case 'leaveSooner':
      return inTime ? null : leaving ? 'worse' : 'better';
    case 'leaveLater':
      return inTime ? null : leaving ? 'better' : 'worse';
    case 'lines':
      return inTime ? null : 'better';
    case 'turnPace':
      return null;
    case 'callback':
      return 'better';
    case 'comeBack':
    case 'silent':
    case 'overflow':
    case 'nobodyAtOnce':
    case 'lastContact':
    case 'carriedIn':
    case 'bunched':
      return 'worse';
  }
}

/** What of a channel is left out that may be why the simulation comes out on this side in a measure. */
export function leftOutBehind(
  scenario: Scenario,
  channel: Channel,
  measure: TargetKind,
  side: Side,
): LeftOut[] {
  return LEFT_OUT.filter(
    (what) => isLeftOut(what, scenario, channel) && (sideOf(what, measure) ?? side) === side,
  );
}

/** How long a contact has to wait before each of the channel's groups takes it. */
function waitsFor({ groups }: Scenario, { id }: Channel): Seconds[] {
  return groups.flatMap(({ skills }) =>
    skills.flatMap(({ channel, afterSeconds = 0 }) => (channel === id ? [afterSeconds] : [])),
  );
}

function servedBy({ groups }: Scenario, { id }: Channel): AgentGroup[] {
  return groups.filter(({ skills }) => skills.some(({ channel }) => channel === id));
}
