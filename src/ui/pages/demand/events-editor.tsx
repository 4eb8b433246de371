/** Peak events: when they are, and by what they multiply each channel's contacts. */
import type { Draft } from 'immer';
import type { PeakEvent, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useCommands } from '../../use-app.ts';
import { minuteText, outsideDays, wallMinute } from './event-times.ts';

const MOST_FACTOR = 100;

export function EventsEditor({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useLocale();
  const commands = useCommands();

  function add(): void {
    const { start } = scenario.calendar;
    commands.endGesture();
    commands.edit('add event', (draft) => {
      draft.events.push({
        name: t.demand.newEvent,
        start: `${start}T09:00`,
        end: `${start}T12:00`,
        multipliers: scenario.channels.map(({ id }) => ({ channel: id, factor: 1.2 })),
      });
    });
    commands.endGesture();
  }

  return (
    <section className="events" aria-labelledby="events-title">
      <h2 id="events-title" className="section-title">
        {t.demand.events}
      </h2>
      {scenario.events.length === 0 && <p className="quiet-text">{t.demand.eventsNone}</p>}
      {scenario.events.map((event, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an event is its place in the list
        <EventRow key={index} event={event} index={index} scenario={scenario} />
      ))}
      <button type="button" className="button" onClick={add}>
        {t.demand.addEvent}
      </button>
    </section>
  );
}

type EventRowProps = { readonly event: PeakEvent; readonly index: number; readonly scenario: Scenario };

function EventRow({ event, index, scenario }: EventRowProps) {
  const locale = useLocale();
  const { t, text } = locale;
  const commands = useCommands();
  const name = text(event.name);
  const change = (field: string, recipe: (draft: Draft<PeakEvent>) => void) =>
    commands.edit(`event ${index} ${field}`, (draft) => {
      const target = draft.events[index];
      if (target) recipe(target);
    });
  const timeProblem = (which: 'start' | 'end') => (value: string) => {
    const other = wallMinute(which === 'start' ? event.end : event.start);
    const own = wallMinute(value);
    if (own === null) return t.demand.eventDate;
    return other !== null && (which === 'start' ? own >= other : own <= other) ? t.demand.eventOrder : null;
  };
  return (
    <fieldset className="event">
      <legend className="visually-hidden">{name}</legend>
      <div className="event-when">
        <TextField
          label={t.demand.eventName}
          value={name}
          problem={(value) => (value.trim() === '' ? t.demand.eventNameEmpty : null)}
          onChange={(value) =>
            change('name', (draft) => {
              draft.name = value.slice(0, 200);
            })
          }
          onEnd={() => commands.endGesture()}
        />
        {(['start', 'end'] as const).map((which) => (
          <TextField
            key={which}
            type="datetime-local"
            label={which === 'start' ? t.demand.eventStart : t.demand.eventEnd}
            value={minuteText(event[which])}
            problem={timeProblem(which)}
            onChange={(value) =>
              change(which, (draft) => {
                draft[which] = value.slice(0, 16);
              })
            }
            onEnd={() => commands.endGesture()}
          />
        ))}
        <button
          type="button"
          className="icon-button event-remove"
          aria-label={t.demand.removeEvent(name)}
          title={t.demand.removeEvent(name)}
          onClick={() => {
            commands.endGesture();
            commands.edit('remove event', (draft) => {
              draft.events.splice(index, 1);
            });
            commands.endGesture();
          }}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="event-factors">
        {scenario.channels.map((channel) => (
          <NumberField
            key={channel.id}
            label={t.demand.eventFactor(channelName(channel, scenario, locale))}
            value={event.multipliers.find(({ channel: id }) => id === channel.id)?.factor ?? 1}
            min={0}
            max={MOST_FACTOR}
            step={0.05}
            onChange={(factor) =>
              change(`factor ${channel.id}`, (draft) => {
                const own = draft.multipliers.find(({ channel: id }) => id === channel.id);
                if (own) own.factor = factor;
                else draft.multipliers.push({ channel: channel.id, factor });
              })
            }
            onEnd={() => commands.endGesture()}
          />
        ))}
      </div>
      {outsideDays(event, scenario.calendar) && <p className="field-note">{t.demand.eventOutside}</p>}
    </fieldset>
  );
}
