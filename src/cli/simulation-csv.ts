/**
 * A simulation as a table for a spreadsheet: one row per channel or group and interval, and one for the whole;
 * `customers` are those who began on a channel, over all their contacts, or with no id all of them; the id of a
 * `reason` is `channel/reason` (no reason: one that the channel does not have), that of a `reasonGroup` has the group behind it.
 */
import type { SimulationSummary } from '../scenario/simulate.ts';
import type { Estimate, JourneySummary, ReasonSummary } from '../simulation/summary.ts';

const CHANNEL = [
  'offered',
  'answered',
  'abandoned',
  'blocked',
  'turnedAway',
  'stillWaiting',
  'calledBack',
  'answeredWithin',
  'abandonedWithin',
  'serviceLevel',
  'offeredWaitWithin',
  'abandonment',
  'waitProbability',
  'meanWait',
  'meanWaitAnswered',
  'meanQueueLength',
  'queueAtEnd',
] as const;
const TARGETS = [
  'serviceLevel',
  'meanWaitAnswered',
  'abandonment',
  'firstResponseMean',
  'firstResponsePercentile',
] as const;
const JOURNEY = [
  'customers',
  'served',
  'servedAtFirstAttempt',
  'gaveUp',
  'leftByBot',
  'attempts',
  'channels',
  'effort',
  'timeToResolution',
  'transfers',
  'transfersHandled',
] as const;
const BOT = ['reach', 'containment', 'resolution', 'escalation', 'recontact', 'leave'] as const;
const REASON = CHANNEL.filter((measure) => measure !== 'meanQueueLength' && measure !== 'queueAtEnd');
const REASON_WORK = ['taken', 'handleTime', 'workHours'] as const;
const REASON_GROUP = [
  'taken',
  'answered',
  'answeredWithin',
  'meanWaitAnswered',
  'handleTime',
  'workHours',
] as const;
const GROUP = ['staffed', 'busy', 'occupancy', 'overrunHours'] as const;

/** Figures in full precision; seconds from the start of the horizon, empty for the whole of it. */
export function asCsv({ channels, groups, customers, intervalSeconds }: SimulationSummary): string {
  const lines = [['kind', 'id', 'from', 'to', 'measure', 'value', 'low', 'high']];
  const add = (kind: string, id: string, interval: number | null, measure: string, is: Estimate | null) => {
    if (is === null) return;
    const span =
      interval === null
        ? ['', '']
        : [interval * intervalSeconds, (interval + 1) * intervalSeconds].map(String);
    lines.push([kind, quoted(id), ...span, measure, ...[is.value, is.low, is.high].map(figure)]);
  };
  const addJourney = (id: string, journey: JourneySummary | null) => {
    for (const measure of journey ? JOURNEY : [])
      add('customers', id, null, measure, journey?.[measure] ?? null);
    for (const { id: channel, seconds } of journey?.timePerClass ?? [])
      add('customers', id, null, `seconds on ${channel}`, seconds);
  };
  const addReason = (id: string, reason: ReasonSummary) => {
    add('reason', id, null, 'arrivals', reason.arrivals);
    for (const measure of REASON) add('reason', id, null, measure, reason[measure]);
    for (const measure of REASON_WORK) add('reason', id, null, measure, reason.work[measure]);
    add('reason', id, null, 'firstResponseMean', reason.firstResponse.mean);
    for (const share of reason.bot ? BOT : [])
      add('reason', id, null, share, reason.bot?.shares[share] ?? null);
    reason.intervals.forEach((counts, i) => {
      for (const measure of REASON) add('reason', id, i, measure, counts[measure]);
      for (const measure of REASON_WORK) add('reason', id, i, measure, counts.work[measure]);
    });
    for (const group of reason.groups) {
      const name = `${id}/${group.id}`;
      for (const measure of REASON_GROUP) add('reasonGroup', name, null, measure, group[measure]);
      group.intervals.forEach((counts, i) => {
        for (const measure of REASON_GROUP) add('reasonGroup', name, i, measure, counts[measure]);
      });
    }
  };
  for (const channel of channels) {
    for (const measure of CHANNEL) add('channel', channel.id, null, measure, channel[measure]);
    add('channel', channel.id, null, 'allTargetsMet', channel.targetsMet);
    for (const { share, atMost } of channel.serviceLevelQuantiles)
      add('channel', channel.id, null, `serviceLevelQ${percentOf(share)}`, atMost);
    for (const target of TARGETS) add('channel', channel.id, null, `${target}Met`, channel.targetMet[target]);
    const { firstResponse, wait, bot } = channel;
    add('channel', channel.id, null, 'firstResponseMean', firstResponse.mean);
    add('channel', channel.id, null, 'firstResponseWithin', firstResponse.within);
    const lists = { firstResponse: firstResponse.percentiles, wait: wait.percentiles };
    for (const [measure, list] of Object.entries(lists))
      for (const { share, within } of list)
        add('channel', channel.id, null, `${measure}P${percentOf(share)}`, within);
    for (const share of bot ? BOT : []) add('bot', channel.id, null, share, bot?.shares[share] ?? null);
    for (const reason of channel.reasons ?? []) addReason(`${channel.id}/${reason.id ?? ''}`, reason);
    addJourney(channel.id, channel.journey);
    channel.intervals.forEach((counts, i) => {
      for (const measure of CHANNEL) add('channel', channel.id, i, measure, counts[measure]);
    });
  }
  addJourney('', customers);
  for (const group of groups) {
    for (const measure of GROUP) add('group', group.id, null, measure, group[measure]);
    group.intervals.forEach((counts, i) => {
      for (const measure of GROUP) add('group', group.id, i, measure, counts[measure]);
    });
  }
  return lines.map((line) => `${line.join(',')}\n`).join('');
}

const percentOf = (share: number): string => String(Number((100 * share).toPrecision(12)));

/** A bound without a limit stays empty. */
const figure = (value: number): string => (Number.isFinite(value) ? String(value) : '');

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
