/** Why a target is out of reach, in the reader's language: which one, and what stands in its way. */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import { reasons as en } from '../../i18n/en/reasons.ts';
import { reasons as fr } from '../../i18n/fr/reasons.ts';
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
  return c.unattainable(which, name, unattainableReason(figures, targets, f));
}

/** What stands in the way, as the end of a sentence. */
export function unattainableReason(
  { unattainable, model, handleTime, leftOver }: ChannelAnalysis,
  targets: Targets,
  f: LocaleValue['f'],
): string {
  const reason = f.locale === 'fr' ? fr : en;
  if (unattainable?.target === 'serviceLevel' && targets.serviceLevel?.share === 1) return reason.fullShare;
  if (unattainable?.target === 'meanWaitAnswered' && targets.meanWaitAnswered === 0) return reason.noWait;
  if (model === 'conversation') return reason.reply;
  if (model !== 'deferred') return reason.other;
  const { serviceLevel, firstResponse } = targets;
  const limits = [serviceLevel?.threshold, firstResponse?.percentile?.within, firstResponse?.mean];
  if (limits.some((limit) => limit !== undefined && limit < handleTime))
    return reason.oneContact(f.duration(handleTime));
  return leftOver > 0 ? reason.leftOver : reason.hours;
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
