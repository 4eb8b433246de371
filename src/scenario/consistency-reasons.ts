/** What the reasons of a channel must be together, and beside what the channel says. */
import { OTHER_WAY, type Way, WAYS } from './afterwards.ts';
import { checkWorkLaw } from './consistency-laws.ts';
import { checkLength, checkSum, checkUnique, type Part } from './part.ts';
import { HOURS, WEEKDAYS } from './reason-times.ts';
import { MOST_REASONS } from './reasons.ts';

/** Handle times may miss their mean by rounding: two digits of three factors do. */
const MEAN_TOLERANCE = 0.01;

export function checkReasons(channel: Part): void {
  const whole = channel.at('reasons');
  const reasons = channel.items('reasons');
  if (!Array.isArray(whole.value)) return;
  if (reasons.length === 0) {
    whole.report({ code: 'empty', allowed: 'a list of at least one reason, or absent' });
    return;
  }
  checkUnique(
    reasons.map((reason) => reason.at('id')),
    'an id of its own',
  );
  const shares = reasons.map((reason) => reason.at('share'));
  checkSum(whole, shares, 'reasons whose shares sum to 1');
  checkMean(whole, reasons, 'handleTimeFactor');
  if (reasons.some((reason) => reason.at('patienceFactor').value !== undefined))
    checkMean(whole, reasons, 'patienceFactor');
  checkWeights(whole, reasons);
  for (const reason of reasons) {
    const bot = reason.at('bot');
    if (bot.value !== undefined && channel.at('bot').value === null)
      bot.report({ code: 'not-accepted', allowed: 'absent where the channel has no bot' });
    const patience = reason.at('patienceFactor');
    if (patience.value !== undefined && channel.at('patience').value === null)
      patience.report({ code: 'not-accepted', allowed: 'absent where nobody gives up waiting' });
    for (const way of WAYS) checkWay(way, reason, channel.at('afterwards'));
    checkWorkLaw(reason);
  }
}

function checkMean(
  whole: Part,
  reasons: readonly Part[],
  factor: 'handleTimeFactor' | 'patienceFactor',
): void {
  const mean = reasons.reduce(
    (sum, reason) =>
      sum +
      Number(reason.at('share').value) *
        Number(reason.at(factor).value ?? (factor === 'patienceFactor' ? 1 : undefined)),
    0,
  );
  if (Math.abs(mean - 1) <= MEAN_TOLERANCE || Number.isNaN(mean)) return;
  whole.report({
    code: 'wrong-sum',
    allowed: `reasons whose ${factor} times share sum to 1 (these sum to ${Number(mean.toPrecision(4))})`,
    values: { sum: mean },
  });
}

/** At every hour of every weekday somebody must come for something. */
function checkWeights(whole: Part, reasons: readonly Part[]): void {
  for (const reason of reasons) {
    checkLength(reason.at('weights', 'byWeekday'), WEEKDAYS, 'one number per weekday: 7');
    checkLength(reason.at('weights', 'byHour'), HOURS, 'one number per hour of the day: 24');
  }
  // A longer list is refused by itself: it is not gone through hour by hour.
  if (reasons.length > MOST_REASONS) return;
  for (let time = 0; time < WEEKDAYS * HOURS; time++) {
    const weekday = Math.floor(time / HOURS);
    const hour = time % HOURS;
    const none = reasons.every((reason) => {
      const weight = (list: string, at: number): number => Number(reason.at('weights', list, at).value ?? 1);
      return Number(reason.at('share').value) * weight('byWeekday', weekday) * weight('byHour', hour) === 0;
    });
    if (!none) continue;
    whole.report({
      code: 'not-accepted',
      allowed: `reasons of which at least one comes at every hour (none does at ${hour}:00 of weekday ${weekday + 1})`,
      values: { weekday: weekday + 1, hour },
    });
    return;
  }
}

/** In place of the channel's share; when, and where to, is the channel's. */
function checkWay(way: Way, reason: Part, afterwards: Part): void {
  const own = reason.at(way);
  if (own.value === undefined) return;
  if (afterwards.at(way).value === undefined)
    own.report({ code: 'not-accepted', allowed: `absent where the channel has no ${way} in afterwards` });
  const other = OTHER_WAY[way];
  const left = 1 - Number(reason.at(other).value ?? afterwards.at(other, 'share').value ?? 0);
  if (Number(own.value) > left + 1e-9)
    own.report({
      code: 'out-of-range',
      allowed: `at most ${Number(left.toPrecision(4))}, which leaves the ${other} its share`,
      values: { min: 0, max: left },
    });
}
