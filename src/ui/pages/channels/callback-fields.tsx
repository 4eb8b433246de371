/** The offer of a callback to who would have to wait; the calls themselves are a channel of their own. */
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { withCallbackOffer } from '../../../scenario/structure.ts';
import { channelName } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import { useChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

const A_MINUTE = 60;
const A_DAY = 86_400;

type CallbackFieldsProps = { readonly channel: Channel; readonly scenario: Scenario };

export function CallbackFields({ channel, scenario }: CallbackFieldsProps) {
  const locale = useLocale();
  const words = useWords().callback;
  const commands = useCommands();
  const edit = useChannelEdit(channel.id);
  const { callback } = channel;
  const callers = scenario.channels.filter(({ kind }) => kind === 'callback');
  return (
    <fieldset className="channel-part">
      <legend className="section-title">{words.title}</legend>
      <CheckField
        label={words.on}
        checked={callback !== undefined}
        onChange={(on) => {
          if (on) commands.replace(withCallbackOffer(scenario, channel.id));
          else
            edit.set('callback', (draft) => {
              delete draft.callback;
            });
        }}
      />
      <p className="field-note">{callback ? words.note : words.off}</p>
      {callback && (
        <div className="field-pair">
          <NumberField
            label={words.afterWait}
            value={callback.afterWait}
            scale={1 / A_MINUTE}
            unit="min"
            digits={2}
            min={0}
            max={A_DAY}
            step={A_MINUTE / 2}
            onChange={(afterWait) =>
              edit.change('callback afterWait', (draft) => {
                if (draft.callback) draft.callback.afterWait = afterWait;
              })
            }
            onEnd={edit.end}
          />
          <ShareField
            label={words.accept}
            value={callback.accept}
            step={0.05}
            onChange={(accept) =>
              edit.change('callback accept', (draft) => {
                if (draft.callback) draft.callback.accept = accept;
              })
            }
            onEnd={edit.end}
          />
          {callers.length > 1 && (
            <SelectField
              label={words.to}
              value={callback.to}
              options={callers.map((each) => ({
                value: each.id,
                label: channelName(each, scenario, locale),
              }))}
              onChange={(to) =>
                edit.set('callback to', (draft) => {
                  if (draft.callback) draft.callback.to = to;
                })
              }
            />
          )}
        </div>
      )}
    </fieldset>
  );
}
