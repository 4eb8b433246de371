/** How a log is played: from which of its days, as whose contacts, with whose handle times. */
import { useMemo } from 'react';
import type { LogCommands } from '../../../app/log-driver.ts';
import type { LogSession, ReadLog } from '../../../app/log-session.ts';
import { surelyMeant } from '../../../scenario/channel-named.ts';
import { replayStarts } from '../../../scenario/replay-days.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale } from '../../locale.tsx';
import { capital } from '../when.ts';
import { useLogWords } from './use-log-words.ts';

type LogOptionsProps = {
  readonly scenario: Scenario;
  readonly session: LogSession;
  readonly read: ReadLog;
  readonly commands: LogCommands;
};

const NOBODYS = '';
/** Names that are asked about: more are another column's. */
const MOST_NAMES = 12;

export function LogOptions({ scenario, session, read, commands }: LogOptionsProps) {
  const locale = useLocale();
  const { f } = locale;
  const w = useLogWords();
  const { options, play } = session;
  const { days: starts, best } = useMemo(
    () => replayStarts(scenario.calendar, read.log.byDay),
    [scenario.calendar, read],
  );
  const { from: asked, assigned = {}, handleTimes } = options;
  // A plan that begins on another weekday by now is offered other days.
  const from = asked !== undefined && starts.includes(asked) ? asked : best;
  const report = play.status === 'done' && 'report' in play.answer ? play.answer.report : null;
  const strangers = read.log.channels.filter((name) => surelyMeant(name, scenario.channels) === null);
  const { look } = session;
  const namesNone = look?.file === read.file && !look.mapping.columns.some(({ role }) => role === 'channel');
  const assign = (name: string, id: string): void => {
    const { [name]: _, ...others } = assigned;
    commands.playWith({ from, assigned: id === NOBODYS ? others : { ...others, [name]: id } });
  };
  const queued = scenario.channels.filter(({ kind }) => kind !== 'selfService' && kind !== 'callback');
  const timed = scenario.channels.filter(
    ({ id, conversation }) =>
      conversation === undefined &&
      report?.played.some(({ channel, told }) => channel === id && told !== null),
  );
  const withWorkAfter = timed.some(({ handling }) => handling.afterContact > 0);
  return (
    <div className="log-options">
      {starts.length > 1 && (
        <SelectField
          label={w.from}
          value={from}
          options={starts.map((day) => ({
            value: day,
            label: w.fromDay(
              `${capital(f.weekdayShort(day))} ${f.date(day)}`,
              day === scenario.calendar.start,
            ),
          }))}
          onChange={(day) => commands.playWith({ from: day })}
        />
      )}
      {strangers.slice(0, MOST_NAMES).map((name) => (
        <SelectField
          key={name}
          label={namesNone ? w.contactsOfAll : w.contactsOf(name)}
          value={assigned[name] ?? NOBODYS}
          options={[
            { value: NOBODYS, label: w.notPlayed },
            ...queued.map((one) => ({ value: one.id, label: channelName(one, scenario, locale) })),
          ]}
          onChange={(id) => assign(name, id)}
        />
      ))}
      {(timed.length > 0 || handleTimes !== 'log') && (
        <SelectField
          label={w.handleTimes}
          value={handleTimes ?? 'log'}
          options={[
            { value: 'log', label: w.handleTimesOf.log },
            ...(withWorkAfter || handleTimes === 'talk'
              ? [{ value: 'talk' as const, label: w.handleTimesOf.talk }]
              : []),
            { value: 'scenario', label: w.handleTimesOf.scenario },
          ]}
          onChange={(whose) => commands.playWith({ from, handleTimes: whose })}
        />
      )}
    </div>
  );
}
