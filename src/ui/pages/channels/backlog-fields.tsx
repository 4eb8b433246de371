/** Contacts of a deferred channel that wait when the plan begins; folded away, as a plan may begin with empty hands. */
import type { Channel } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { Fold } from './fold.tsx';
import { useChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

const AN_HOUR = 3600;
const FIVE_WEEKS = 35 * 24 * AN_HOUR;
const START = { contacts: 50, oldest: 4 * AN_HOUR };

export function BacklogFields({ channel }: { readonly channel: Channel }) {
  const words = useWords().backlog;
  const edit = useChannelEdit(channel.id);
  const { backlog } = channel;
  const change = (field: 'contacts' | 'oldest', value: number): void =>
    edit.change(`backlog ${field}`, (draft) => {
      if (draft.backlog) draft.backlog[field] = value;
    });
  return (
    <Fold title={words.title} startsOpen={backlog !== undefined}>
      <div className="channel-part">
        <CheckField
          label={words.on}
          checked={backlog !== undefined}
          onChange={(on) =>
            edit.set('backlog', (draft) => {
              if (on) draft.backlog = { ...START };
              else delete draft.backlog;
            })
          }
        />
        <p className="field-note">{words.note}</p>
        {backlog && (
          <div className="field-pair">
            <NumberField
              label={words.contacts}
              value={backlog.contacts}
              whole
              digits={0}
              min={1}
              max={100_000}
              onChange={(contacts) => change('contacts', contacts)}
              onEnd={edit.end}
            />
            <NumberField
              label={words.oldest}
              value={backlog.oldest}
              scale={1 / AN_HOUR}
              unit="h"
              digits={2}
              min={0}
              max={FIVE_WEEKS}
              step={AN_HOUR}
              onChange={(oldest) => change('oldest', oldest)}
              onEnd={edit.end}
            />
          </div>
        )}
      </div>
    </Fold>
  );
}
