/** Targets and their values in the trade's words: one place decides unit and rounding of each kind. */
import { assertNever } from '../errors.ts';
import type { TargetKind, TargetResult } from '../scenario/analysis.ts';
import type { Formats } from './format.ts';
import type { Messages } from './i18n/en.ts';

const IN_SECONDS: ReadonlySet<TargetKind> = new Set(['meanWaitAnswered', 'firstResponseMean']);

export function targetUnit(kind: TargetKind): 'share' | 'duration' {
  return IN_SECONDS.has(kind) ? 'duration' : 'share';
}

/** `71 %`, `39 s`, `3:10`; with a decimal where rounding would hide on which side of the goal it is. */
export function targetValue({ kind, value, goal }: TargetResult, f: Formats): string {
  const inSeconds = targetUnit(kind) === 'duration';
  const write = (shown: number | null, digits: number): string => {
    if (!inSeconds) return f.share(shown, digits);
    return digits > 0 && shown !== null && shown < 59.5 ? f.seconds(shown, digits) : f.duration(shown);
  };
  // 5.3 % must not read as the 5 % that were allowed, nor 4.9 %.
  const digits = value !== goal && write(value, 0) === write(goal, 0) ? 1 : 0;
  return write(value, digits);
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
      return `${f.number(goal * 100, 2)}/${within !== undefined && within < 60 ? f.number(within, 0) : f.limit(within)}`;
    case 'meanWaitAnswered':
      return `${t.words.asa} ${f.limit(goal)}`;
    case 'firstResponseMean':
      return `${t.words.frt} ${f.limit(goal)}`;
    case 'abandonment':
      return t.words.abandonLimit(promised(goal, f));
    case 'occupancy':
      return t.words.occupancyLimit(promised(goal, f));
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
      return t.words.shareWithin(promised(goal, f), f.limit(within));
    case 'meanWaitAnswered':
      return t.words.atMost(t.words.meanWaitAnswered, f.limit(goal));
    case 'firstResponseMean':
      return t.words.atMost(t.words.firstResponseMean, f.limit(goal));
    case 'abandonment':
      return t.words.atMost(t.words.abandonment, promised(goal, f));
    case 'occupancy':
      return t.words.atMost(t.words.occupancy, promised(goal, f));
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

/** A goal in all the digits it was given: 99.9 % is not 100 %. */
function promised(goal: number, f: Formats): string {
  const hundredths = Math.round(goal * 1e4);
  return f.share(goal, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
}
