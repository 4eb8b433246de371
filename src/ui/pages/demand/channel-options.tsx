/** What else of the history a channel takes over, and how daily totals fall on the hours. */
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { ChannelImport } from '../../../app/import-plan.ts';
import { firstResponses, type ContactFacts } from '../../../history/contact-facts.ts';
import { handleTimesByTenure, newcomerPace } from '../../../history/tenure.ts';
import type { DayShape } from '../../../scenario/day-shape.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';
import { channelName } from '../../channel-name.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { digitsApart } from './demand-text.ts';

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
  return items.map(
    ({ channel, choice, facts, contacts, handleTime, spread, patience, open, closedShare, hours }) => {
      const name = channelName(channel, scenario, locale);
      const now = channel.handling.mean + channel.handling.afterContact;
      return (
        <div key={channel.id} className="channel-options" role="group" aria-label={name}>
          <p className="channel-options-name">{name}</p>
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
              label={t.demand.takeHandleTime(
                f.seconds(handleTime, digitsApart(handleTime, now)),
                f.seconds(now, digitsApart(handleTime, now)),
              )}
              checked={choice.takesHandleTime}
              onChange={(takesHandleTime) => decide(channel.id, { takesHandleTime })}
            />
          )}
          {spread !== null && (
            <CheckField
              label={t.history.takeSpread(f.share(spread), f.share(channel.handling.cv))}
              checked={choice.takesSpread}
              onChange={(takesSpread) => decide(channel.id, { takesSpread })}
            />
          )}
          {patience !== null && (
            <CheckField
              label={t.history.takePatience(
                f.duration(patience.mean),
                f.duration(patience.low),
                f.duration(patience.high),
                f.duration(channel.patience?.mean),
              )}
              checked={choice.takesPatience}
              onChange={(takesPatience) => decide(channel.id, { takesPatience })}
            />
          )}
          {contacts !== null && <LogFacts contacts={contacts} patience={patience} />}
          {open !== null && closedShare > WORTH_ASKING && (
            <CheckField
              label={t.demand.takeHours(f.share(closedShare), name, hoursText(hours, locale))}
              checked={choice.takesOpeningHours}
              onChange={(takesOpeningHours) => decide(channel.id, { takesOpeningHours })}
            />
          )}
        </div>
      );
    },
  );
}

/** `12 h a week more, 4 h less`: what taking the hours of the history changes. */
function hoursText({ opened, closed }: ChannelImport['hours'], { t, f }: LocaleValue): string {
  return t.demand.hoursChange(
    opened > 0 ? f.number(opened, 1) : null,
    closed > 0 ? f.number(closed, 1) : null,
  );
}

/** What else a log of contacts tells: to know, not to take over. */
function LogFacts({ contacts, patience }: Pick<ChannelImport, 'patience'> & { contacts: ContactFacts }) {
  const { t, f } = useLocale();
  const { answered, abandoned, abandonedKnown, redialled } = contacts;
  const responses = firstResponses(contacts);
  const bands = handleTimesByTenure(contacts.tenure);
  const pace = newcomerPace(contacts.tenure);
  const after = (seconds: number | null) => (seconds === null ? t.history.notSeen : f.duration(seconds));
  const sentences = [
    answered + abandoned > 0 && t.history.outcomes(f.count(answered), f.count(abandoned)),
    patience &&
      patience.quarterLeft !== null &&
      t.history.patienceCurve(after(patience.quarterLeft), after(patience.halfLeft)),
    responses &&
      t.history.firstResponses(
        f.count(responses.contacts),
        f.duration(responses.median),
        f.duration(responses.ninety),
      ),
    bands.length > 0 &&
      t.history.byTenure(
        bands
          .map(({ from, to, mean, low, high, contacts: known }) =>
            t.history.tenureBand(
              from,
              to,
              `${f.seconds(mean)} ${f.plusMinus(low, high, 'duration')}`,
              f.count(known),
            ),
          )
          .join(', '),
      ),
    pace !== null && t.history.newcomerPace(f.share(pace)),
    abandonedKnown >= 20 && t.history.redials(f.share(redialled / abandonedKnown), f.count(abandonedKnown)),
  ].filter((sentence) => typeof sentence === 'string');
  if (sentences.length === 0) return null;
  return (
    <ul className="log-facts quiet-text">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
