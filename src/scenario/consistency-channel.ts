/** What the fields of a channel must be together. */
import { MINUTES_PER_DAY, SECONDS_PER_DAY } from '../units.ts';
import { checkHazard, checkWorkLaw } from './consistency-laws.ts';
import { checkReasons } from './consistency-reasons.ts';
import {
  checkGrid,
  checkLength,
  checkOrder,
  checkSpans,
  checkSum,
  checkUnique,
  hasNoLine,
  isWaitless,
  minuteOf,
  type Part,
  type Surroundings,
} from './part.ts';

export function checkChannel(channel: Part, surroundings: Surroundings): void {
  checkLength(channel.at('open'), 7, 'one list per weekday');
  for (const weekday of channel.items('open'))
    checkSpans(
      weekday.items().map((part) => ({
        part,
        from: minuteOf(part.at(0), MINUTES_PER_DAY),
        to: minuteOf(part.at(1), MINUTES_PER_DAY),
      })),
    );
  checkDemand(channel.at('demand'), surroundings);
  const kind = channel.at('kind').value;
  const conversation = channel.at('conversation');
  if (conversation.value !== undefined && kind !== 'chat' && kind !== 'messaging')
    conversation.report({
      code: 'not-for-this-kind',
      allowed: 'absent unless the kind is chat or messaging',
    });
  for (const part of [channel.at('lines'), channel.at('routing')])
    if (part.value !== undefined && hasNoLine(kind))
      part.report({ code: 'not-for-this-kind', allowed: 'absent where nobody waits on the line' });
  checkBacklog(channel, kind);
  checkPatience(channel.at('patience'));
  checkWorkLaw(channel.at('handling'));
  checkBot(channel.at('bot'), kind, surroundings);
  checkAfterwards(channel, surroundings);
  checkCallback(channel, surroundings);
  checkReasons(channel);
}

/** Most contacts in a line when it opens: beyond them nobody is counted exactly. */
const MOST_IN_LINE = 1000;

function checkBacklog(channel: Part, kind: unknown): void {
  const backlog = channel.at('backlog');
  if (backlog.value === undefined || isWaitless(kind)) return;
  if (hasNoLine(kind)) {
    backlog.report({ code: 'not-for-this-kind', allowed: 'absent where nobody waits' });
    return;
  }
  const { value: lines } = channel.at('lines');
  const mostContacts = typeof lines === 'number' ? Math.min(lines, MOST_IN_LINE) : MOST_IN_LINE;
  const limits = [
    ['contacts', mostContacts, typeof lines === 'number' && lines <= MOST_IN_LINE ? ', the lines' : ''],
    ['oldest', SECONDS_PER_DAY, ' s where customers wait on the line'],
  ] as const;
  for (const [field, max, of] of limits) {
    const part = backlog.at(field);
    if (typeof part.value === 'number' && part.value > max)
      part.report({ code: 'out-of-range', allowed: `at most ${max}${of}`, values: { max } });
  }
}

function checkDemand(demand: Part, surroundings: Surroundings): void {
  const source = demand.at('source');
  for (const adjustment of demand.items('adjustments')) checkAdjustment(adjustment, surroundings);
  const correlation = demand.at('intervalFactorCorrelation');
  if (correlation.value !== undefined && demand.at('intervalFactorCv').value === undefined)
    correlation.report({ code: 'not-accepted', allowed: 'absent without an intervalFactorCv' });
  const seen = demand.at('actuals', 'contacts');
  if (surroundings.grid !== null && seen.items().length > surroundings.grid.slots)
    seen.report({
      code: 'too-many',
      allowed: `a list of at most ${surroundings.grid.slots}, one number per interval of the day`,
      values: { max: surroundings.grid.slots },
    });
  for (const decision of source.items('history', 'cleaning'))
    checkOrder(decision.at('start'), decision.at('end'));
  checkGrid(source.at('contacts'), surroundings);
  checkProfile(source, surroundings);
  for (const band of source.items('bands')) {
    checkGrid(band.at('low'), surroundings);
    checkGrid(band.at('high'), surroundings);
    const low = band.items('low');
    const crossed = band.items('high').find(({ value }, cell) => Number(value) < Number(low[cell]?.value));
    crossed?.report({ code: 'wrong-order', allowed: 'at least the low of its band' });
  }
}

function checkAdjustment(adjustment: Part, surroundings: Surroundings): void {
  checkOrder(adjustment.at('from'), adjustment.at('to'));
  for (const path of [['contacts'], ['base', 'contacts'], ['base', 'slopes']])
    checkGrid(adjustment.at(...path), surroundings);
  const cells = adjustment.items('cells').map((entry) => entry.at('cell'));
  checkUnique(cells, 'each interval once');
  const { grid } = surroundings;
  for (const cell of cells)
    if (grid !== null && Number(cell.value) >= grid.days * grid.slots)
      cell.report({ code: 'outside', allowed: `less than ${grid.days * grid.slots}, the intervals planned` });
}

function checkProfile(source: Part, { grid }: Surroundings): void {
  if (grid !== null) checkLength(source.at('perDay'), grid.days, `one number per day: ${grid.days}`);
  checkLength(source.at('shares'), 7, 'one row per weekday');
  for (const row of source.items('shares')) {
    if (grid !== null) checkLength(row, grid.slots, `one share per interval of the day: ${grid.slots}`);
    checkSum(row, row.items(), 'shares that sum to 1, or to 0 for a closed day', true);
  }
}

function checkPatience(patience: Part): void {
  const mean = patience.at('mean').value;
  checkHazard(patience.at('law', 'pieces'), patience.at('mean'));
  const hasty = patience.at('law', 'mean');
  if (typeof mean === 'number' && typeof hasty.value === 'number' && hasty.value > mean)
    hasty.report({
      code: 'out-of-range',
      allowed: `at most ${mean} s, the mean of all customers`,
      values: { max: mean },
    });
}

function checkBot(bot: Part, kind: unknown, { kinds, handleTimes }: Surroundings): void {
  if (kind === 'selfService' && bot.value === null)
    bot.report({ code: 'not-accepted', allowed: 'present, as self-service is its bot' });
  if (kind === 'callback' && typeof bot.value === 'object' && bot.value !== null)
    bot.report({ code: 'not-for-this-kind', allowed: 'null: agents make the calls of this channel' });
  const target = bot.at('escalateTo');
  if (typeof target.value !== 'string') return;
  checkAgentChannel(target, kinds);
  const added = bot.at('handoverHandleTime');
  const shortest = -(handleTimes.get(target.value) ?? Infinity);
  if (typeof added.value === 'number' && added.value <= shortest)
    added.report({
      code: 'out-of-range',
      allowed: `more than ${shortest} s: the contact still takes an agent some time`,
      values: { min: shortest },
    });
}

function checkAfterwards(channel: Part, { kinds }: Surroundings): void {
  const kind = channel.at('kind').value;
  const afterwards = channel.at('afterwards');
  if (afterwards.value === undefined) return;
  if (kind === 'selfService')
    afterwards.report({ code: 'not-for-this-kind', allowed: 'absent for self-service, which has no queue' });
  const redial = afterwards.at('redial');
  const other = afterwards.at('switch');
  if (isWaitless(kind))
    for (const part of [redial, other])
      if (part.value !== undefined)
        part.report({ code: 'not-for-this-kind', allowed: 'absent where nobody gives up waiting' });
  const sum = Number(redial.at('share').value ?? 0) + Number(other.at('share').value ?? 0);
  if (sum > 1 + 1e-9)
    afterwards.report({
      code: 'wrong-sum',
      allowed: `shares of redial and switch of at most 1 together (these sum to ${Number(sum.toPrecision(4))})`,
      values: { sum },
    });
  const transfer = afterwards.at('transfer');
  const after =
    Number(transfer.at('share').value ?? 0) + Number(afterwards.at('recontact', 'share').value ?? 0);
  if (after > 1 + 1e-9)
    afterwards.report({
      code: 'wrong-sum',
      allowed: `shares of transfer and recontact of at most 1 together (these sum to ${Number(after.toPrecision(4))})`,
      values: { sum: after },
    });
  for (const target of [other.at('to'), transfer.at('to')])
    if (checkAgentChannel(target, kinds) && target.value === channel.at('id').value)
      target.report({ code: 'not-accepted', allowed: 'another channel than this one' });
}

/** True where it names a channel with agents. */
function checkAgentChannel(target: Part, kinds: Surroundings['kinds']): boolean {
  if (typeof target.value !== 'string') return false;
  if (!kinds.has(target.value)) target.report({ code: 'unknown-channel', allowed: 'the id of a channel' });
  else if (kinds.get(target.value) === 'selfService')
    target.report({ code: 'not-for-this-kind', allowed: 'a channel with agents, not self-service' });
  else return true;
  return false;
}

function checkCallback(channel: Part, { kinds }: Surroundings): void {
  const offer = channel.at('callback');
  if (offer.value === undefined) return;
  const kind = channel.at('kind').value;
  if (hasNoLine(kind))
    offer.report({ code: 'not-for-this-kind', allowed: 'absent where nobody waits on the line' });
  const target = offer.at('to');
  if (typeof target.value !== 'string') return;
  if (!kinds.has(target.value)) target.report({ code: 'unknown-channel', allowed: 'the id of a channel' });
  else if (kinds.get(target.value) !== 'callback')
    target.report({ code: 'not-for-this-kind', allowed: 'a channel of kind callback' });
}
