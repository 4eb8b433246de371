/** Peak events: when they are, and by what they multiply each channel's contacts. */
import { memo, useId, useState } from 'react';
import type { Draft } from 'immer';
import { wallMinute } from '../../../scenario/event-side.ts';
import type { PeakEvent, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useCommands } from '../../use-app.ts';
import { startText } from './demand-text.ts';
import { minuteText, outsideDays } from './event-times.ts';
import { MomentField } from './moment-field.tsx';
import { useWords } from './use-words.ts';

const MOST_FACTOR = 100;

export const EventsEditor = memo(function EventsEditor({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useLocale();
  const commands = useCommands();
  const [open, setOpen] = useState<number | null>(null);

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
    setOpen(scenario.events.length);
  }

  return (
    <section className="events" aria-labelledby="events-title">
      <h2 id="events-title" className="section-title">
        {t.demand.events}
      </h2>
      {scenario.events.length === 0 && <p className="quiet-text">{t.demand.eventsNone}</p>}
      {scenario.events.map((event, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an event is its place in the list
        <EventRow
          key={index}
          event={event}
          index={index}
          scenario={scenario}
          isOpen={open === index}
          onToggle={() => setOpen(open === index ? null : index)}
          onRemoved={() => setOpen(null)}
        />
      ))}
      <button type="button" className="button" onClick={add}>
        {t.demand.addEvent}
      </button>
    </section>
  );
});

type EventRowProps = {
  readonly event: PeakEvent;
  readonly index: number;
  readonly scenario: Scenario;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemoved: () => void;
};

/** One line that says the event; its fields follow when asked for. */
function EventRow({ event, index, scenario, isOpen, onToggle, onRemoved }: EventRowProps) {
  const id = useId();
  const w = useWords();
  const locale = useLocale();
  const { t, f, text } = locale;
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
  const effects = event.multipliers
    .filter(({ factor }) => factor !== 1)
    .flatMap(({ channel: channelId, factor }) => {
      const channel = scenario.channels.find((each) => each.id === channelId);
      return channel
        ? [t.demand.eventEffect(channelName(channel, scenario, locale), f.number(factor, 2))]
        : [];
    });
  return (
    <div className="event">
      <div className="event-line">
        <button
          type="button"
          className="disclose"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className="event-name">{name}</span>
          <span className="quiet-text">
            {startText(minuteText(event.start), f)} – {startText(minuteText(event.end), f)}
            {effects.length > 0 && ` · ${effects.join(', ')}`}
          </span>
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t.demand.removeEvent(name)}
          title={t.demand.removeEvent(name)}
          onClick={() => {
            commands.endGesture();
            commands.edit('remove event', (draft) => {
              draft.events.splice(index, 1);
            });
            commands.endGesture();
            onRemoved();
          }}
        >
          <CloseIcon />
        </button>
      </div>
      {outsideDays(event, scenario.calendar) && <p className="field-note">{t.demand.eventOutside}</p>}
      <fieldset id={id} className="event-fields" hidden={!isOpen}>
        <legend className="visually-hidden">{name}</legend>
        {isOpen && (
          <>
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
              <SelectField
                label={w.eventKind}
                value={event.kind ?? 'other'}
                options={(['holiday', 'campaign', 'outage', 'billRun', 'other'] as const).map((value) => ({
                  value,
                  label: w.specialKinds[value],
                }))}
                onChange={(kind) => {
                  change('kind', (draft) => {
                    draft.kind = kind;
                  });
                  commands.endGesture();
                }}
              />
              {(['start', 'end'] as const).map((which) => (
                <MomentField
                  key={which}
                  label={which === 'start' ? t.demand.eventStart : t.demand.eventEnd}
                  value={event[which]}
                  calendar={scenario.calendar}
                  problem={timeProblem(which)}
                  onChange={(value) =>
                    change(which, (draft) => {
                      draft[which] = value;
                    })
                  }
                  onEnd={() => commands.endGesture()}
                />
              ))}
            </div>
            <div className="event-factors">
              {scenario.channels.map((channel) => (
                <NumberField
                  key={channel.id}
                  label={t.demand.eventFactor(channelName(channel, scenario, locale))}
                  value={event.multipliers.find(({ channel: other }) => other === channel.id)?.factor ?? 1}
                  min={0}
                  max={MOST_FACTOR}
                  step={0.05}
                  onChange={(factor) =>
                    change(channel.id, (draft) => {
                      const own = draft.multipliers.find(({ channel: other }) => other === channel.id);
                      if (own) own.factor = factor;
                      else draft.multipliers.push({ channel: channel.id, factor });
                    })
                  }
                  onEnd={() => commands.endGesture()}
                />
              ))}
            </div>
          </>
        )}
      </fieldset>
    </div>
  );
}
