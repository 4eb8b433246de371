/** What this plan makes of real contacts: a log played at the moments at which they came, beside the simulated weeks. */
import { memo, useMemo, useRef } from 'react';
import type { LogCommands } from '../../../app/log-driver.ts';
import type { LogSession, ReadLog } from '../../../app/log-session.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import type { SimulationSummary } from '../../../scenario/simulate.ts';
import { channelInline } from '../../channel-name.ts';
import { FileInput, TABLES } from '../../inputs/file-input.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { Notice } from '../../page/page.tsx';
import { fileIssueText } from '../demand/import-text.ts';
import { IssueList } from './issue-list.tsx';
import { LogColumns } from './log-columns.tsx';
import { LogOptions } from './log-options.tsx';
import { LogRemarks } from './log-remarks.tsx';
import { LogTable } from './log-table.tsx';
import { useLogWords } from './use-log-words.ts';
import { useLogPlay } from './use-played-log.ts';

type LogPanelProps = {
  readonly scenario: Scenario;
  /** Of the plan's own arrivals; null while it is of another plan. */
  readonly planned: SimulationSummary | null;
};

/** Why a file cannot be used: more reasons than these help nobody. */
const MOST_REASONS = 3;

export function LogPanel(props: LogPanelProps) {
  return <Drawn {...props} {...useLogPlay()} />;
}

type DrawnProps = LogPanelProps & { readonly session: LogSession; readonly commands: LogCommands };

const Drawn = memo(function Drawn({ scenario, planned, session, commands }: DrawnProps) {
  const locale = useLocale();
  const w = useLogWords();
  const { busy, refused, look, read, play } = session;
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="why">
      <h2>{w.title}</h2>
      {read === null && busy === null && <p className="quiet-text">{w.note}</p>}
      {busy !== null && <Busy busy={busy} />}
      {refused !== null && (
        <Notice kind="error">
          <p>{w.refused(refused.file)}</p>
          {refused.issues.slice(0, MOST_REASONS).map((issue) => (
            <p key={`${issue.path} ${issue.code}`} className="quiet-text">
              {fileIssueText(issue, locale)}
            </p>
          ))}
          {read !== null && refused.file !== read.file && <p className="quiet-text">{w.kept(read.file)}</p>}
        </Notice>
      )}
      {look !== null && busy === null && (refused === null || refused.file === look.file) && (
        <LogColumns
          key={`${look.file} ${refused === null}`}
          look={look}
          refused={refused !== null}
          isRead={read?.file === look.file}
          commands={commands}
        />
      )}
      {read !== null && <Played {...{ scenario, planned, session, read, commands }} />}
      <div className="button-row">
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {read === null ? w.choose : w.chooseAnother}
        </button>
        {(busy !== null || play.status === 'playing') && (
          <button type="button" className="button" onClick={commands.stop}>
            {w.cancel}
          </button>
        )}
      </div>
      <FileInput field={input} label={w.choose} accept={TABLES} onFile={commands.choose} />
    </section>
  );
});

function Busy({ busy }: { readonly busy: NonNullable<LogSession['busy']> }) {
  const { t, f } = useLocale();
  const w = useLogWords();
  const progress = busy.step === 'reading' ? busy.progress : null;
  return (
    <>
      <p className="quiet-text" role="status">
        {w.reading(busy.file)}
      </p>
      {progress !== null && (
        <div className="button-row">
          <progress
            className="run-progress"
            aria-label={w.reading(busy.file)}
            max={Math.max(1, progress.bytes)}
            value={progress.bytesRead}
          />
          <span className="quiet-text num">
            {t.demand.readSoFar(
              f.count(progress.rows),
              f.share(progress.bytesRead / Math.max(1, progress.bytes)),
            )}
          </span>
        </div>
      )}
    </>
  );
}

type PlayedProps = LogPanelProps & {
  readonly session: LogSession;
  readonly read: ReadLog;
  readonly commands: LogCommands;
};

function Played({ scenario, planned, session, read, commands }: PlayedProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useLogWords();
  const { play: now } = session;
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
      <LogOptions {...{ scenario, session, read, commands }} />
      {now.status === 'held' && (
        <Notice kind="overload">
          <p>
            {w.held(
              f.duration(Math.max(1, now.cost.seconds)),
              t.simulation.megabytes(f.number(Math.max(1, now.cost.bytes / 1e6), 0)),
            )}
          </p>
          <button type="button" className="button" onClick={commands.playAllTheSame}>
            {w.playAllTheSame}
          </button>
        </Notice>
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
            <p>
              {w.nothing(read.file)} {answer.report.unknownChannels.length > 0 && w.sayWhose}
            </p>
          )}
          <LogRemarks
            scenario={scenario}
            report={answer.report}
            read={read.report}
            handleTimes={session.options.handleTimes}
          />
        </>
      )}
      {(stale || now.status === 'stopped') && (
        <p className="quiet-text">
          {stale && w.stale}{' '}
          <button type="button" className="quiet" onClick={() => commands.playWith({})}>
            {w.again}
          </button>
        </p>
      )}
    </>
  );
}
