/**
 * What the fields of a scenario must be together: lengths on the grid, references, orders, sums.
 *
 * Works on the untrusted document, part by part, so that one wrong field does not hide what else is
 * wrong: a part whose own shape is wrong is passed over here, because document.ts reports it.
 */
import * as v from 'valibot';
import { DomainError, type Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { buildAxis } from './axis.ts';
import { checkChannel } from './consistency-channel.ts';
import { checkGroup } from './consistency-group.ts';
import { calendarSchema } from './document.ts';
import {
  checkChannelIds,
  checkOrder,
  checkSum,
  checkUnique,
  wholeDocument,
  type Part,
  type Surroundings,
} from './part.ts';

/** Everything that does not fit together. */
export function consistencyIssues(json: unknown): Issue[] {
  const issues: Issue[] = [];
  const document = wholeDocument(json, issues);
  const channels = document.items('channels');
  const groups = document.items('groups');
  const kinds = new Map(channels.map((channel) => [channel.at('id').value, channel.at('kind').value]));
  const handleTimes = new Map(
    channels.map((channel) => [channel.at('id').value, shortestHandleTime(channel)]),
  );
  const conversations = new Set(
    channels
      .filter((channel) => channel.at('conversation').value !== undefined)
      .map((channel) => channel.at('id').value),
  );
  const surroundings: Surroundings = {
    grid: checkCalendar(document.at('calendar')),
    kinds,
    conversations,
    handleTimes,
  };
  for (const list of [channels, groups])
    checkUnique(
      list.map((item) => item.at('id')),
      'an id of its own',
    );
  for (const channel of channels) checkChannel(channel, surroundings);
  for (const group of groups) checkGroup(group, surroundings);
  for (const event of document.items('events')) checkEvent(event, surroundings);
  for (const day of document.items('specialDays')) checkChannelIds([day], surroundings);
  checkMix(document.at('mix'), surroundings);
  return issues;
}

/** Mean handle time of the channel, or of its shortest reason. */
function shortestHandleTime(channel: Part): number {
  const shortest = channel
    .items('reasons')
    .reduce((least, reason) => Math.min(least, Number(reason.at('handleTimeFactor').value)), 1);
  return Number(channel.at('handling', 'mean').value) * shortest;
}

function checkMix(mix: Part, surroundings: Surroundings): void {
  const segments = mix.items('segments');
  if (mix.value !== undefined)
    checkSum(
      mix.at('segments'),
      segments.map((segment) => segment.at('weight')),
      'segments whose weights sum to 1',
    );
  for (const segment of segments)
    for (const when of ['now', 'later'] as const) {
      const entries = segment.items(when);
      checkChannelIds(entries, surroundings);
      checkSum(
        segment.at(when),
        entries.map((entry) => entry.at('share')),
        'shares that sum to 1',
      );
    }
}

function checkCalendar(part: Part): Surroundings['grid'] {
  const calendar = part.value;
  if (!v.is(calendarSchema, calendar)) return null;
  try {
    buildAxis(calendar);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    part.at('intervalMinutes').report({ code: 'clock-change', allowed: error.requirement });
  }
  return { days: calendar.days, slots: MINUTES_PER_DAY / calendar.intervalMinutes };
}

function checkEvent(event: Part, surroundings: Surroundings): void {
  checkOrder(event.at('start'), event.at('end'));
  checkChannelIds(event.items('multipliers'), surroundings);
}
