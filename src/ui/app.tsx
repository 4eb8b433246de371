/** The frame around every page: rail, top bar, verdict strip, and the page the address names. */
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { Link, Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useLocale } from './locale.tsx';
import { Page } from './page/page.tsx';
import { Panel } from './page/panel.tsx';
import { shortIntervals } from './pages/shortages.ts';
import { PAGES } from './pages/registry.ts';
import { pageOf, Rail } from './shell/rail.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useUndoKeys } from './shell/use-undo-keys.ts';
import { VerdictStrip } from './shell/verdict-strip.tsx';
import { useApp } from './use-app.ts';

export function App() {
  return (
    // oxlint-disable-next-line react/hooks -- the router calls it; that is how wouter takes its strategy
    <Router hook={useHashLocation}>
      <Frame />
    </Router>
  );
}

function Frame() {
  const { t } = useLocale();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const scenario = useApp((state) => state.scenario);
  const analysis = useApp((state) => state.analysis);
  const pending = useApp((state) => state.analysisPending);
  const baseline = useApp((state) => state.baselineAnalysis);
  const { assurance } = scenario;
  const id = pageOf(location);
  const entry = PAGES.find((page) => page.id === id);
  const short = useMemo(() => analysis && shortIntervals(analysis, assurance), [analysis, assurance]);
  useUndoKeys();

  useEffect(() => {
    document.title = id ? `${t.shell[id]} – Effectif` : 'Effectif';
    main.current?.scrollTo(0, 0);
  }, [id, t]);

  return (
    <div className="frame">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The fragment belongs to the router, so the jump is made by hand.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t.shell.skip}
      </a>
      <Rail shortIntervals={short} />
      <TopBar />
      <Panel>
        <VerdictStrip scenario={scenario} analysis={analysis} baseline={baseline} pending={pending} />
      </Panel>
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        aria-label={id ? t.shell[id] : t.shell.notFound}
        className={pending ? 'main main-pending' : 'main'}
      >
        {entry && id ? (
          <Panel key={entry.id}>
            <Suspense fallback={<Page question={t[id].question} answer={null} />}>
              <entry.Page />
            </Suspense>
          </Panel>
        ) : (
          <Page question={t.shell.notFound}>
            <Link href="/overview">{t.shell.backToOverview}</Link>
          </Page>
        )}
      </main>
    </div>
  );
}
