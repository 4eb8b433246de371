/** Why a plan that is the requirement is yet drawn above the line of what is required. */
import type { Scenario } from '../../../scenario/schema.ts';
import type { CloserMessages } from '../../i18n/en/closer.ts';
import type { LocaleValue } from '../../locale.tsx';
import type { DayView } from './day-view.ts';

/**
 * Null where it is not.
 *
 * @param channel index, or null for all channels together
 */
export function aboveLine(
  { steps }: Pick<DayView, 'steps'>,
  scenario: Scenario,
  channel: number | null,
  c: CloserMessages,
  { f }: Pick<LocaleValue, 'f'>,
): string | null {
  if (!steps.some(({ planned, required }) => planned > required + 1e-6)) return null;
  const id = channel === null ? undefined : scenario.channels[channel]?.id;
  const shared = scenario.groups.some(
    ({ skills }) => skills.length > 1 && skills.some((skill) => skill.channel === id),
  );
  return c.aboveLine(f.share(scenario.assurance), shared);
}
