/** Handle time and conversations of a channel. */
import { meansOfWork, savedByBots } from '../../../scenario/reasons.ts';
import type { Channel, Handling, Scenario } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { useLocale } from '../../locale.tsx';
import { ConversationCurve } from './conversation-curve.tsx';
import { PatienceFields } from './patience-fields.tsx';
import { SilentFields } from './silent-fields.tsx';
import { WorkLawFields, type WorkChange } from './work-law-fields.tsx';
import { useChannelEdit } from './use-channel-edit.ts';

type HandlingFieldsProps = { readonly channel: Channel; readonly scenario: Scenario };

export function HandlingFields({ channel, scenario }: HandlingFieldsProps) {
  const { t, f } = useLocale();
  const edit = useChannelEdit(channel.id);
  const { handling } = channel;
  const means = meansOfWork(channel, savedByBots(scenario.channels, channel.id));
  return (
    <fieldset className="channel-part">
      <legend className="section-title">{t.channels.handling}</legend>
      <div className="field-pair">
        <SecondsField
          label={t.channels.handleMean}
          value={handling.mean}
          {...means}
          onChange={(value) =>
            edit.change('mean', (draft) => {
              draft.handling.mean = value;
            })
          }
          onEnd={edit.end}
        />
        <SecondsField
          label={t.channels.afterContact}
          value={handling.afterContact}
          onChange={(value) =>
            edit.change('afterContact', (draft) => {
              draft.handling.afterContact = value;
            })
          }
          onEnd={edit.end}
        />
      </div>
      <p className="field-note">
        {t.channels.totalHandleTime(f.seconds(handling.mean + handling.afterContact))}
      </p>
      <WorkLawFields
        mean={handling.mean}
        spread={handling}
        onChange={(field, once, next) =>
          (once ? edit.set : edit.change)(`handling ${field}`, (draft) => {
            if (next) Object.assign(draft, { handling: withWork(handling, next, means) });
          })
        }
        onEnd={edit.end}
      />
      <PatienceFields channel={channel} />
    </fieldset>
  );
}

/** Another law and variation, with the mean of measured times as far as the channel can have it. */
function withWork(
  { mean: before, afterContact }: Handling,
  { mean = before, cv, law }: WorkChange,
  { min, max }: ReturnType<typeof meansOfWork>,
): Handling {
  return {
    mean: Math.min(max, Math.max(min, mean)),
    cv,
    ...(law === undefined ? {} : { law }),
    afterContact,
  };
}

/** Chat and messaging only. */
export function ConversationFields({ channel }: { readonly channel: Channel }) {
  const { t } = useLocale();
  const edit = useChannelEdit(channel.id);
  const { conversation } = channel;
  const turn = (field: 'agentTurn' | 'customerTurn') => (
    <SecondsField
      label={t.channels[field]}
      value={conversation?.[field] ?? 1}
      min={1}
      onChange={(value) =>
        edit.change(field, (draft) => {
          if (draft.conversation) draft.conversation[field] = value;
        })
      }
      onEnd={edit.end}
    />
  );
  return (
    <fieldset className="channel-part">
      <legend className="section-title">{t.channels.conversation}</legend>
      <CheckField
        label={t.channels.conversationOn}
        checked={conversation !== undefined}
        onChange={(on) =>
          edit.set('conversation', (draft, scenario) => {
            if (!on) delete draft.conversation;
            else {
              draft.conversation = { limit: 3, agentTurn: 35, customerTurn: 65 };
              // who holds conversations finishes them
              for (const { skills, staffing } of scenario.groups)
                if (staffing.kind === 'counts' && skills.some((skill) => skill.channel === draft.id))
                  delete staffing.shiftEnd;
            }
          })
        }
      />
      {conversation && (
        <>
          <div className="field-pair">
            <NumberField
              label={t.channels.limit}
              value={conversation.limit}
              unit={t.channels.conversations}
              whole
              min={1}
              max={20}
              onChange={(value) =>
                edit.change('limit', (draft) => {
                  if (draft.conversation) draft.conversation.limit = value;
                })
              }
              onEnd={edit.end}
            />
            {turn('agentTurn')}
            {turn('customerTurn')}
          </div>
          <ConversationCurve handling={channel.handling} conversation={conversation} />
          <SilentFields channel={channel} conversation={conversation} />
        </>
      )}
    </fieldset>
  );
}
