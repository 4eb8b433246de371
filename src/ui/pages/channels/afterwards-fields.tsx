/** What customers do when they do not get through, or come away without an answer; folded away, as most scenarios know nothing of it. */
import { isDeferred } from '../../../scenario/opening.ts';
import { mostWho, type Way, WAYS } from '../../../scenario/afterwards.ts';
import { withoutWay } from '../../../scenario/reasons.ts';
import type { Afterwards } from '../../../scenario/schema-customers.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import type { Share } from '../../../units.ts';
import { channelName } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { Fold } from './fold.tsx';
import { useChannelEdit } from './use-channel-edit.ts';
import { useWords } from './use-words.ts';

const A_MINUTE = 60;
const AN_HOUR = 3600;
const FIVE_WEEKS = 35 * 24 * AN_HOUR;

type AfterwardsFieldsProps = { readonly channel: Channel; readonly scenario: Scenario };

export function AfterwardsFields({ channel, scenario }: AfterwardsFieldsProps) {
  const locale = useLocale();
  const words = useWords().afterwards;
  const edit = useChannelEdit(channel.id);
  const { afterwards = {} } = channel;
  const waits = !isDeferred(channel.kind);
  const others = scenario.channels.filter(({ id, kind }) => id !== channel.id && kind !== 'selfService');
  const first = others[0]?.id;

  function set(key: string, once: boolean, next: (before: Afterwards) => Afterwards): void {
    (once ? edit.set : edit.change)(`afterwards ${key}`, (draft) => {
      const after = next(draft.afterwards ?? {});
      if (Object.keys(after).length > 0) draft.afterwards = after;
      else delete draft.afterwards;
      const gone = WAYS.filter(
        (way) => after[way] === undefined && channel.reasons?.some((one) => way in one),
      );
      for (const way of gone) Object.assign(draft, withoutWay(way, draft));
    });
  }

  function turn(way: Way, on: boolean): void {
    set(way, true, (before) => {
      const { [way]: _off, ...rest } = before;
      if (!on) return rest;
      if (way === 'recontact')
        return { ...rest, recontact: { share: Math.min(0.1, left('transfer')), delay: 24 * AN_HOUR } };
      if (way === 'transfer')
        return first === undefined
          ? rest
          : { ...rest, transfer: { share: Math.min(0.1, left('recontact')), to: first } };
      if (way === 'redial')
        return { ...rest, redial: { share: Math.min(0.5, left('switch')), delay: 15 * A_MINUTE } };
      return first === undefined
        ? rest
        : {
            ...rest,
            switch: { share: Math.min(0.2, left('redial')), to: first, delay: 15 * A_MINUTE },
          };
    });
  }

  /** Whom the other way after the same event leaves, for every reason. */
  const left = (other: Way): Share => 1 - mostWho(other, channel);

  const way = (name: Way, most: Share, perUnit: number) => {
    const chosen = afterwards[name];
    return (
      <div className="channel-part">
        <CheckField label={words.on[name]} checked={chosen !== undefined} onChange={(on) => turn(name, on)} />
        <p className="field-note">{words.note[name]}</p>
        {chosen && (
          <div className="field-pair">
            <ShareField
              label={words.share[name]}
              value={chosen.share}
              max={most}
              step={0.05}
              onChange={(share) =>
                set(`${name} share`, false, (before) => ({ ...before, [name]: { ...chosen, share } }))
              }
              onEnd={edit.end}
            />
            {'delay' in chosen && (
              <NumberField
                label={words.delay}
                value={chosen.delay}
                scale={1 / perUnit}
                unit={perUnit === AN_HOUR ? 'h' : 'min'}
                digits={2}
                min={perUnit / 10}
                max={FIVE_WEEKS}
                step={perUnit}
                onChange={(delay) =>
                  set(`${name} delay`, false, (before) => ({ ...before, [name]: { ...chosen, delay } }))
                }
                onEnd={edit.end}
              />
            )}
            {name === 'recontact' && (
              <div className="promise-wide">
                <CheckField
                  label={words.sameAgent}
                  checked={afterwards.recontact?.sameAgent ?? false}
                  onChange={(on) =>
                    set('same agent', true, ({ recontact, ...before }) => {
                      if (!recontact) return before;
                      const { sameAgent: _before, ...rest } = recontact;
                      return { ...before, recontact: on ? { ...rest, sameAgent: true } : rest };
                    })
                  }
                />
                <p className="field-note">{words.sameAgentNote}</p>
              </div>
            )}
            {'to' in chosen && (
              <SelectField
                label={name === 'transfer' ? words.transferTo : words.to}
                value={chosen.to}
                options={others.map((each) => ({
                  value: each.id,
                  label: channelName(each, scenario, locale),
                }))}
                onChange={(to) =>
                  set(`${name} to`, true, (before) => ({ ...before, [name]: { ...chosen, to } }))
                }
              />
            )}
          </div>
        )}
      </div>
    );
  };

  return (
    <Fold title={waits ? words.title : words.titleDeferred} startsOpen={channel.afterwards !== undefined}>
      <p className="quiet-text">{words.text}</p>
      {waits && channel.patience === null && <p className="quiet-text">{words.nobodyGivesUp}</p>}
      <div className="channel-parts">
        {waits && way('redial', left('switch'), A_MINUTE)}
        {waits && first !== undefined && way('switch', left('redial'), A_MINUTE)}
        {way('recontact', left('transfer'), AN_HOUR)}
        {first !== undefined && way('transfer', left('recontact'), A_MINUTE)}
      </div>
    </Fold>
  );
}
