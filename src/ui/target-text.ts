/** Targets and their values in the trade's words: one place decides unit and rounding of each kind. */
import { assertNever } from '../errors.ts';
import type { TargetKind, TargetResult } from '../scenario/analysis.ts';
import type { Formats } from './format.ts';
import type { Messages } from './i18n/en.ts';

const IN_SECONDS: ReadonlySet<TargetKind> = new Set(['meanWaitAnswered', 'firstResponseMean']);

export function targetUnit(kind: TargetKind): 'share' | 'duration' {
  return IN_SECONDS.has(kind) ? 'duration' : 'share';
}

/** `71 %`, `39 s`, `3:10`; with a decimal where rounding would hide that the goal is missed. */
export function targetValue(target: TargetResult, f: Formats): string {
  if (targetUnit(target.kind) === 'duration') return f.duration(target.value);
  const shown = f.share(target.value);
  // 5.3 % must not read as the 5 % that were allowed.
  return targetMet(target) === false && shown === f.share(target.goal) ? f.share(target.value, 1) : shown;
}

export function targetRange(target: TargetResult, f: Formats): string {
  return f.plusMinus(target.low, target.high, targetUnit(target.kind));
}

/** The goal, short: `80/20`, `FRT 48 s`, `90 % / 24 h`. */
export function targetGoal(target: TargetResult, t: Messages, f: Formats): string {
  const { kind, goal, within } = target;
  switch (kind) {
    case 'serviceLevel':
    case 'firstResponsePercentile':
      // 80/20 is the trade's own shorthand for 80 % within 20 s; other units are named.
      return `${f.number(goal * 100, 0)}/${within !== undefined && within < 60 ? f.number(within, 0) : f.limit(within)}`;
    case 'meanWaitAnswered':
      return `${t.words.asa} ${f.limit(goal)}`;
    case 'firstResponseMean':
      return `${t.words.frt} ${f.limit(goal)}`;
    case 'abandonment':
      return t.words.abandonLimit(f.share(goal));
    case 'occupancy':
      return t.words.occupancyLimit(f.share(goal));
    default:
      return assertNever(kind);
  }
}

/** The goal inside a sentence: `80 % within 20 s`. */
export function targetSentence(target: TargetResult, t: Messages, f: Formats): string {
  const { kind, goal, within } = target;
  switch (kind) {
    case 'serviceLevel':
    case 'firstResponsePercentile':
      return t.words.shareWithin(f.share(goal), f.limit(within));
    case 'meanWaitAnswered':
      return t.words.atMost(t.words.meanWaitAnswered, f.limit(goal));
    case 'firstResponseMean':
      return t.words.atMost(t.words.firstResponseMean, f.limit(goal));
    case 'abandonment':
      return t.words.atMost(t.words.abandonment, f.share(goal));
    case 'occupancy':
      return t.words.atMost(t.words.occupancy, f.share(goal));
    default:
      return assertNever(kind);
  }
}

/** Whether the expected value reaches the goal; null when there is no value. */
export function targetMet({ kind, goal, value }: TargetResult): boolean | null {
  if (value === null) return null;
  return kind === 'serviceLevel' || kind === 'firstResponsePercentile' ? value >= goal : value <= goal;
}

/** The target that decides: the one least likely to be met, the first of equals. */
export function decidingTarget(targets: readonly TargetResult[]): TargetResult | undefined {
  return targets.reduce<TargetResult | undefined>(
    (worst, target) => (worst && worst.chance <= target.chance ? worst : target),
    undefined,
  );
}

/** Without the capital with which it begins a line. */
export function inSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
