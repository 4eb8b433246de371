/** What the figures above leave out and which way it moves them; a long list waits behind a line. */
import { channelsWithout, LEFT_OUT } from '../../../scenario/left-out.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelInline } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { useWords } from './use-words.ts';

/** Sentences that a reader takes in beside a table. */
const FEW = 2;

export function LeftOutNotes({ scenario }: { readonly scenario: Scenario }) {
  const locale = useLocale();
  const words = useWords();
  const notes = LEFT_OUT.flatMap((what) => {
    const named = channelsWithout(what, scenario);
    if (named.length === 0) return [];
    const channels = named.map((channel) => channelInline(channel, scenario, locale)).join(', ');
    return [
      <p key={what} className="field-note">
        {words.leftOut[what](channels)}
      </p>,
    ];
  });
  if (notes.length <= FEW) return notes;
  return (
    <details className="fold left-out">
      <summary>{words.leftOutTitle(locale.f.count(notes.length))}</summary>
      {notes}
    </details>
  );
}
