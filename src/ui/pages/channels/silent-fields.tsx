/** Customers who leave a conversation without a sign; folded away, as most centres do not measure it. */
import type { SilentAbandon } from '../../../scenario/schema-customers.ts';
import type { Channel, Conversation } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { Fold } from './fold.tsx';
import { useChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

type SilentFieldsProps = { readonly channel: Channel; readonly conversation: Conversation };

/** A third of those who give up and five minutes until the system closes are what contact centres report. */
const START: SilentAbandon = { share: 0.3, timeOut: 300 };

export function SilentFields({ channel, conversation }: SilentFieldsProps) {
  const words = useWords().silent;
  const edit = useChannelEdit(channel.id);
  const { silentAbandon } = conversation;
  const change = (field: keyof SilentAbandon, value: number): void =>
    edit.change(`silent ${field}`, (draft) => {
      const silent = draft.conversation?.silentAbandon;
      if (silent) silent[field] = value;
    });
  return (
    <Fold title={words.title} startsOpen={silentAbandon !== undefined}>
      <div className="channel-part">
        <CheckField
          label={words.on}
          checked={silentAbandon !== undefined}
          onChange={(on) =>
            edit.set('silent', (draft) => {
              if (!draft.conversation) return;
              if (on) draft.conversation.silentAbandon = { ...START };
              else delete draft.conversation.silentAbandon;
            })
          }
        />
        <p className="field-note">{channel.patience === null ? words.nobodyGivesUp : words.note}</p>
        {silentAbandon && (
          <div className="field-pair">
            <ShareField
              label={words.share}
              value={silentAbandon.share}
              step={0.05}
              onChange={(share) => change('share', share)}
              onEnd={edit.end}
            />
            <SecondsField
              label={words.timeOut}
              value={silentAbandon.timeOut}
              min={1}
              onChange={(timeOut) => change('timeOut', timeOut)}
              onEnd={edit.end}
            />
          </div>
        )}
      </div>
    </Fold>
  );
}
