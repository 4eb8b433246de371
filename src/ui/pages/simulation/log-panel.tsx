/** What this plan makes of real contacts: a log played at the moments at which they came, beside the simulated weeks. */
import { useMemo, useRef } from 'react';
import type { Scenario } from '../../../scenario/schema.ts';
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import { replayStarts } from '../../../scenario/replay-days.ts';
import { channelInline } from '../../channel-name.ts';
import { FileInput, TABLES } from '../../inputs/file-input.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { Notice } from '../../page/page.tsx';
import { fileIssueText } from '../demand/import-text.ts';
import { capital } from '../when.ts';
import { IssueList } from './issue-list.tsx';
import { LogRemarks } from './log-remarks.tsx';
import { LogTable } from './log-table.tsx';
import { useLogWords } from './use-log-words.ts';
import { useLogPlay, type LogPlay, type LogState } from './use-played-log.ts';

type LogPanelProps = {
  readonly scenario: Scenario;
  /** Of the plan's own arrivals; null while it is of another plan. */
  readonly planned: SimulationSummary | null;
};

/** Why a file cannot be used: more reasons than these help nobody. */
const MOST_REASONS = 3;

export function LogPanel({ scenario, planned }: LogPanelProps) {
  const locale = useLocale();
  const w = useLogWords();
  const play = useLogPlay(scenario);
  const { state } = play;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="why">
      <h2>{w.title}</h2>
      {state.step === 'none' && <p className="quiet-text">{w.note}</p>}
      {state.step === 'reading' && (
        <p className="quiet-text" role="status">
          {w.reading(state.file)}
        </p>
      )}
      {state.step === 'refused' && (
        <Notice kind="error">
          <p>{w.refused(state.file)}</p>
          {state.issues.slice(0, MOST_REASONS).map((issue) => (
            <p key={`${issue.path} ${issue.code}`} className="quiet-text">
              {fileIssueText(issue, locale)}
            </p>
          ))}
        </Notice>
      )}
      {state.step === 'read' && <Played {...{ scenario, planned, play, state }} />}
      <div className="button-row">
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {state.step === 'none' ? w.choose : w.chooseAnother}
        </button>
        {isUnderWay(state) && (
          <button type="button" className="button" onClick={play.stop}>
            {w.cancel}
          </button>
        )}
      </div>
      <FileInput field={input} label={w.choose} accept={TABLES} onFile={play.choose} />
    </section>
  );
}

function isUnderWay(state: LogState): boolean {
  return state.step === 'reading' || (state.step === 'read' && state.play.status === 'playing');
}

type PlayedProps = LogPanelProps & {
  readonly play: LogPlay;
  readonly state: Extract<LogState, { step: 'read' }>;
};

function Played({ scenario, planned, play, state }: PlayedProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useLogWords();
  const { read, first, play: now } = state;
  const { days: starts, best } = useMemo(
    () => replayStarts(scenario.calendar, read.byDay),
    [scenario.calendar, read],
  );
  // A plan that begins on another weekday by now is offered other days.
  const from = starts.includes(first) ? first : best;
  const answer = now.status === 'done' ? now.answer : null;
  const stale = now.status === 'done' && now.of !== scenario;
  const summary = answer && 'report' in answer ? answer.summary : null;
  const title = useMemo(() => {
    if (!summary || !answer || !('report' in answer)) return null;
    const parts = answer.report.played.flatMap(({ channel: id }) => {
      const channel = scenario.channels.find((one) => one.id === id);
      const level = summary.channels.find((one) => one.id === id)?.serviceLevel?.value;
      if (!channel || level === undefined) return [];
      return [w.inTime(channelInline(channel, scenario, locale), f.share(level, 1))];
    });
    return parts.length > 0 ? w.found(read.file, parts.join(', ')) : null;
  }, [summary, answer, scenario, locale, w, f, read]);
  return (
    <>
      {title !== null && (
        <p>
          <Rich text={title} />
        </p>
      )}
      {starts.length > 1 && (
        <div className="log-start">
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
            onChange={play.playFrom}
          />
        </div>
      )}
      {now.status === 'playing' && (
        <>
          <progress
            className="run-progress"
            aria-label={t.simulation.progress}
            max={1}
            value={now.done / Math.max(1, now.total)}
          />
          <p className="quiet-text" role="status">
            {w.playing(f.count(now.done), f.count(now.total))}
          </p>
        </>
      )}
      {now.status === 'failed' && <p className="field-error">{w.failed}</p>}
      {answer && 'issues' in answer && (
        <Notice kind="error">
          <p>{t.simulation.failed}</p>
          <IssueList issues={answer.issues} scenario={scenario} />
        </Notice>
      )}
      {answer && 'report' in answer && (
        <>
          {summary ? (
            <LogTable {...{ scenario, planned, summary }} played={answer.report.played} />
          ) : (
            <p>{w.nothing(read.file)}</p>
          )}
          <LogRemarks scenario={scenario} report={answer.report} read={read.report} />
        </>
      )}
      {(stale || now.status === 'stopped') && (
        <p className="quiet-text">
          {stale && w.stale}{' '}
          <button type="button" className="quiet" onClick={() => play.playFrom(from)}>
            {w.again}
          </button>
        </p>
      )}
    </>
  );
}
