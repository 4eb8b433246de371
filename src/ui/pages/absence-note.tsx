/** That a requirement, its cost and the actions count on everybody planned, where somebody may be absent. */
import { channelsWithout } from '../../scenario/left-out.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { channelInline } from '../channel-name.ts';
import { useLocale } from '../locale.tsx';

type AbsenceNoteProps = { readonly scenario: Scenario; readonly className?: string };

export function AbsenceNote({ scenario, className = 'quiet-text' }: AbsenceNoteProps) {
  const locale = useLocale();
  const channels = channelsWithout('absence', scenario);
  if (channels.length === 0) return null;
  return (
    <p className={className}>
      {locale.t.words.absencesLeftOut(
        channels.map((channel) => channelInline(channel, scenario, locale)).join(', '),
      )}
    </p>
  );
}
