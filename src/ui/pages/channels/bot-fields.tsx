/** The bot in front of a channel: its shares, and what becomes of the contacts that start there. */
import { botShareOf, withBotShare } from '../../../scenario/bot-share.ts';
import { shortestWork, withoutBot } from '../../../scenario/reasons.ts';
import type { Bot, Channel, Scenario } from '../../../scenario/schema.ts';
import type { Seconds } from '../../../units.ts';
import { channelName } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { BotFlow } from './bot-flow.tsx';
import { useChannelEdit } from './use-channel-edit.ts';

const SHARES = ['reach', 'containment', 'resolution', 'recontact'] as const;

type BotFieldsProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  /** Contacts a week that start on the channel. */
  readonly contacts: number;
};

export function BotFields({ channel, scenario, contacts }: BotFieldsProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const edit = useChannelEdit(channel.id);
  const { bot } = channel;
  const currency = scenario.currency;
  /** A contact handed over to a channel still takes an agent a second. */
  const leastHandover = (to: string | undefined): Seconds => {
    const target = scenario.channels.find(({ id }) => id === to);
    return target ? 1 - shortestWork(target) : 0;
  };
  const set = <Field extends keyof Bot>(field: Field, value: Bot[Field]) =>
    edit.change(`bot ${field}`, (draft) => {
      if (draft.bot) draft.bot = { ...draft.bot, [field]: value };
    });
  return (
    <fieldset className="channel-part channel-part-wide">
      <legend className="section-title">{t.channels.bot}</legend>
      {channel.kind !== 'selfService' && (
        <CheckField
          label={t.channels.botOn}
          checked={bot !== null}
          onChange={(on) =>
            edit.set('bot', (draft) => {
              if (!on) Object.assign(draft, withoutBot(channel));
              else
                draft.bot = {
                  reach: 0.9,
                  containment: 0.3,
                  resolution: 0.7,
                  recontact: 0.6,
                  handoverHandleTime: 30,
                  escalateTo: channel.id,
                  costPerContact: 0.3,
                };
            })
          }
        />
      )}
      {bot && (
        <>
          <div className="field-grid">
            {SHARES.map((field) => (
              <ShareField
                key={field}
                label={t.channels[field]}
                value={botShareOf(channel, field)}
                onChange={(value) =>
                  edit.change(`bot ${field}`, (draft) =>
                    Object.assign(draft, withBotShare(channel, field, value)),
                  )
                }
                onEnd={edit.end}
              />
            ))}
            <NumberField
              label={t.channels.handover}
              value={bot.handoverHandleTime}
              unit="s"
              digits={1}
              min={leastHandover(bot.escalateTo)}
              max={86_400}
              step={5}
              onChange={(value) => set('handoverHandleTime', value)}
              onEnd={edit.end}
            />
            <SelectField
              label={t.channels.escalateTo}
              value={bot.escalateTo}
              options={scenario.channels
                .filter(({ kind }) => kind !== 'selfService')
                .map((each) => ({ value: each.id, label: channelName(each, scenario, locale) }))}
              onChange={(value) =>
                edit.set('bot escalateTo', (draft) => {
                  if (!draft.bot) return;
                  draft.bot.escalateTo = value;
                  draft.bot.handoverHandleTime = Math.max(bot.handoverHandleTime, leastHandover(value));
                })
              }
            />
            <NumberField
              label={t.channels.botCost}
              value={bot.costPerContact}
              unit={currency}
              min={0}
              max={1e9}
              step={0.05}
              onChange={(value) => set('costPerContact', value)}
              onEnd={edit.end}
            />
          </div>
          <BotFlow channel={channel} contacts={contacts} format={f.count} />
        </>
      )}
    </fieldset>
  );
}
