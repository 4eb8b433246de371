/** Two scenarios are compared only where both have contacts: a promise kept to nobody is no measure. */
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Messages } from '../../i18n/en.ts';
import { noContacts, whyNoVerdict } from '../nothing-yet.tsx';

/** What to say instead of a comparison; null where there is one to make. */
export function whyNoComparison(before: Analysis, after: Analysis, t: Messages): string | null {
  return whyNoVerdict(after, t) ?? (noContacts(before) ? t.compare.baselineEmpty : null);
}
