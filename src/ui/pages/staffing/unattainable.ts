/** Why a target is out of reach, in the reader's language: which one, and what stands in its way. */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { CloserMessages } from '../../i18n/en/closer.ts';
import { inSentence, targetSentence } from '../../target-text.ts';
import type { LocaleValue } from '../../locale.tsx';
import type { Targets } from '../../../scenario/schema.ts';

export function unattainableSentence(
  figures: ChannelAnalysis,
  targets: Targets,
  name: string,
  c: CloserMessages,
  { t, f }: Pick<LocaleValue, 't' | 'f'>,
): string | null {
  const { unattainable } = figures;
  if (!unattainable) return null;
  const kind = TARGETS.find(([key]) => unattainable.target.startsWith(key))?.[1];
  const result = figures.targets.find((target) => target.kind === kind) ?? figures.targets[0];
  const which = result ? inSentence(targetSentence(result, t, f)) : unattainable.target;
  return c.unattainable(which, name, unattainableReason(figures, targets, c, f));
}

/** What stands in the way, as the end of a sentence. */
export function unattainableReason(
  { unattainable, model, handleTime }: ChannelAnalysis,
  targets: Targets,
  c: CloserMessages,
  f: LocaleValue['f'],
): string {
  if (unattainable?.target === 'serviceLevel' && targets.serviceLevel?.share === 1) return c.reason.fullShare;
  if (unattainable?.target === 'meanWaitAnswered' && targets.meanWaitAnswered === 0) return c.reason.noWait;
  if (model === 'conversation') return c.reason.reply;
  if (model !== 'deferred') return c.reason.other;
  const { serviceLevel, firstResponse } = targets;
  const limits = [serviceLevel?.threshold, firstResponse?.percentile?.within, firstResponse?.mean];
  return limits.some((limit) => limit !== undefined && limit < handleTime)
    ? c.reason.oneContact(f.duration(handleTime))
    : c.reason.hours;
}

/** How the models name a target, and how the analysis does. */
const TARGETS = [
  ['serviceLevel', 'serviceLevel'],
  ['meanWaitAnswered', 'meanWaitAnswered'],
  ['firstResponse.mean', 'firstResponseMean'],
  ['firstResponse', 'firstResponsePercentile'],
  ['abandonment', 'abandonment'],
  ['maxOccupancy', 'occupancy'],
] as const;
