/** How many contacts a channel has room for, and which agent takes one; folded away, as most have the usual. */
import { useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import { blockedShare } from '../../../scenario/lines.ts';
import type { Channel, Routing } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { useAxis } from '../../use-axis.ts';
import { Fold } from './fold.tsx';
import { useChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

type LinesFieldsProps = {
  readonly channel: Channel;
  readonly figures: ChannelAnalysis | undefined;
};

const RULES: readonly (Routing | 'longestIdle')[] = [
  'longestIdle',
  'leastLoaded',
  'mostSpecialised',
  'random',
];

/** Lines for each agent on the floor when limits are first set. */
const LINES_PER_AGENT = 1.5;

export function LinesFields({ channel, figures }: LinesFieldsProps) {
  const words = useWords().lines;
  const edit = useChannelEdit(channel.id);
  const { lines, routing } = channel;
  const most = figures?.planned.reduce((high, agents) => Math.max(high, agents), 0) ?? 0;
  return (
    <Fold title={words.title} startsOpen={lines !== undefined || routing !== undefined}>
      <div className="channel-part">
        <CheckField
          label={words.on}
          checked={lines !== undefined}
          onChange={(on) =>
            edit.set('lines', (draft) => {
              if (on) draft.lines = Math.max(1, Math.ceil(LINES_PER_AGENT * most));
              else delete draft.lines;
            })
          }
        />
        <p className="field-note">{words.note}</p>
        {lines !== undefined && (
          <>
            <div className="field-pair">
              <NumberField
                label={words.count}
                value={lines}
                whole
                min={1}
                max={100_000}
                onChange={(count) =>
                  edit.change('lines', (draft) => {
                    draft.lines = count;
                  })
                }
                onEnd={edit.end}
              />
            </div>
            {figures && <BlockedNote channel={channel} figures={figures} />}
          </>
        )}
        <SelectField
          label={words.routing}
          value={routing ?? 'longestIdle'}
          options={RULES.map((value) => ({ value, label: words.rules[value] }))}
          onChange={(value) =>
            edit.set('routing', (draft) => {
              if (value === 'longestIdle') delete draft.routing;
              else draft.routing = value;
            })
          }
        />
        <p className="field-note">
          {words.routingNote[routing ?? 'longestIdle']} {routing !== undefined && words.routingModels}
        </p>
      </div>
    </Fold>
  );
}

function BlockedNote({ channel, figures }: { readonly channel: Channel; readonly figures: ChannelAnalysis }) {
  const { f } = useLocale();
  const words = useWords().lines;
  const { intervalSeconds } = useAxis();
  const blocked = useMemo(
    () => blockedShare(channel, figures, intervalSeconds),
    [channel, figures, intervalSeconds],
  );
  if (!blocked) return null;
  return (
    <p className="field-note">
      <Rich text={words.blocked(f.share(blocked.share, 1), f.share(blocked.worst, 1))} /> {words.model}
    </p>
  );
}
