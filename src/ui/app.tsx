/** The frame around every page: rail, top bar, verdict strip, and the page the address names. */
import { Suspense, useEffect, useRef } from 'react';
import { Link, Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useLocale } from './locale.tsx';
import { Page } from './page/page.tsx';
import { Panel } from './page/panel.tsx';
import { PAGES } from './pages/registry.ts';
import { pageOf, Rail } from './shell/rail.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useUndoKeys } from './shell/use-undo-keys.ts';
import { VerdictStrip } from './shell/verdict-strip.tsx';

export function App() {
  return (
    // oxlint-disable-next-line react/hooks -- the router calls it; that is how wouter takes its strategy
    <Router hook={useHashLocation}>
      <Frame />
    </Router>
  );
}

/** Follows the address only, so that an edit redraws what shows it and nothing else. */
function Frame() {
  const { t } = useLocale();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const id = pageOf(location);
  const entry = PAGES.find((page) => page.id === id);
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
      <Rail />
      <TopBar />
      <Panel>
        <VerdictStrip />
      </Panel>
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        aria-label={id ? t.shell[id] : t.shell.notFound}
        className="main"
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
