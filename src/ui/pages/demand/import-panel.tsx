/** An import in progress, step by step, in place of the demand it may become. */
import { useEffect, useRef } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { ImportSession } from '../../../app/import-session.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { Notice } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { ImportSource } from './import-source.tsx';
import { fileIssueText } from './import-text.ts';
import { MappingStep } from './mapping-step.tsx';
import { SeriesStep } from './series-step.tsx';

export type RunningImport = Exclude<ImportSession, { step: 'idle' }>;

type ImportPanelProps = {
  readonly session: RunningImport;
  readonly scenario: Scenario;
  readonly commands: ImportCommands;
};

export function ImportPanel({ session, scenario, commands }: ImportPanelProps) {
  const { t } = useLocale();
  const { step } = session;
  const at = position(session);
  const names = [t.demand.stepFile, t.demand.stepColumns, t.demand.stepRows, t.demand.stepForecast];
  return (
    <section className="import">
      <header className="import-head">
        <ol className="steps" aria-label={t.demand.steps}>
          {names.map((name, index) => (
            <li key={name} className="step" aria-current={index === at ? 'step' : undefined}>
              <span className="step-number" aria-hidden="true">
                {index + 1}
              </span>
              {name}
            </li>
          ))}
        </ol>
        {step === 'series' && (
          <button type="button" className="quiet" onClick={commands.backToMapping}>
            {t.demand.back}
          </button>
        )}
        <button type="button" className="quiet" onClick={commands.close}>
          {t.demand.closeImport}
        </button>
      </header>
      <StepTitle key={`title ${step}`}>{titleOf(session, t)}</StepTitle>
      <Panel key={step}>
        <Step session={session} scenario={scenario} commands={commands} />
      </Panel>
    </section>
  );
}

/** Takes the focus, at the top of the page, when its step begins: whoever cannot see the picture change is taken along. */
function StepTitle({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // in the next frame: taking the focus lays out the page, which drawing the step has just made wait
    const frame = requestAnimationFrame(() => {
      document.getElementById('main')?.scrollTo(0, 0);
      title.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <h2 ref={title} tabIndex={-1} className="import-title">
      {children}
    </h2>
  );
}

function Step({ session, scenario, commands }: ImportPanelProps) {
  const locale = useLocale();
  const { t, f } = locale;
  switch (session.step) {
    case 'looking':
      return <progress aria-label={t.demand.looking(session.source.name)} />;
    case 'refused':
      return (
        <>
          <Notice kind="error">
            {session.issues.map((issue) => (
              <p key={`${issue.code} ${issue.message}`}>{fileIssueText(issue, locale)}</p>
            ))}
            <p className="quiet-text">{t.demand.refusedText}</p>
          </Notice>
          <ImportSource scenario={scenario} choose={commands.choose} over={false} />
        </>
      );
    case 'mapping':
      return <MappingStep session={session} commands={commands} />;
    case 'reading': {
      const { bytesRead, bytes, rows } = session.progress;
      return (
        <div className="button-row">
          <progress
            max={Math.max(1, bytes)}
            value={bytesRead}
            aria-label={t.demand.reading(session.source.name)}
          />
          <span className="num">
            {t.demand.readSoFar(f.count(rows), f.share(bytes > 0 ? bytesRead / bytes : 0))}
          </span>
          <button type="button" className="button" onClick={commands.cancel}>
            {t.demand.cancel}
          </button>
        </div>
      );
    }
    case 'series':
      return <SeriesStep session={session} scenario={scenario} commands={commands} />;
  }
}

function position(session: RunningImport): number {
  if (session.step === 'series') return session.waiting || session.forecasts.length > 0 ? 3 : 2;
  return { looking: 0, refused: 0, mapping: 1, reading: 2 }[session.step];
}

function titleOf(session: RunningImport, t: ReturnType<typeof useLocale>['t']): string {
  const file = session.source.name;
  switch (session.step) {
    case 'looking':
      return t.demand.looking(file);
    case 'refused':
      return t.demand.refused(file);
    case 'mapping':
      return t.demand.columnsTitle(file);
    case 'reading':
    case 'series':
      return session.step === 'reading' ? t.demand.reading(file) : file;
  }
}
