/** What else of the history a channel takes over, and how daily totals fall on the hours. */
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { ChannelImport } from '../../../app/import-plan.ts';
import type { DayShape } from '../../../scenario/day-shape.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';
import { channelName } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale } from '../../locale.tsx';

const EVENLY = '\u0000evenly';
/** A share of contacts in closed hours below this is not worth a question. */
const WORTH_ASKING = 0.001;

type ChannelOptionsProps = {
  readonly items: readonly ChannelImport[];
  readonly scenario: Scenario;
  readonly decide: ImportCommands['decide'];
};

export function ChannelOptions({ items, scenario, decide }: ChannelOptionsProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const shapes = [
    ...scenario.channels.map((channel) => ({
      value: channel.id,
      label: t.demand.shapeLike(channelName(channel, scenario, locale)),
    })),
    { value: EVENLY, label: t.demand.shapeEvenly },
  ];
  return items.map(({ channel, choice, facts, handleTime, open, closedShare }) => {
    const name = channelName(channel, scenario, locale);
    const now = channel.handling.mean + channel.handling.afterContact;
    return (
      <div key={channel.id} className="channel-options">
        {facts.intervalMinutes === MINUTES_PER_DAY && (
          <SelectField
            label={t.demand.shapeOf(name)}
            value={choice.shape.kind === 'evenly' ? EVENLY : choice.shape.channel}
            options={shapes}
            onChange={(value) =>
              decide(channel.id, {
                shape:
                  value === EVENLY
                    ? { kind: 'evenly' }
                    : ({ kind: 'likeChannel', channel: value } satisfies DayShape),
              })
            }
          />
        )}
        {handleTime !== null && (
          <CheckField
            label={t.demand.takeHandleTime(f.seconds(handleTime), f.seconds(now))}
            checked={choice.takesHandleTime}
            onChange={(takesHandleTime) => decide(channel.id, { takesHandleTime })}
          />
        )}
        {open !== null && closedShare > WORTH_ASKING && (
          <CheckField
            label={t.demand.takeHours(f.share(closedShare), name)}
            checked={choice.takesOpeningHours}
            onChange={(takesOpeningHours) => decide(channel.id, { takesOpeningHours })}
          />
        )}
      </div>
    );
  });
}
