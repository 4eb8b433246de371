/** The frame around every page: rail, top bar, verdict strip, and the page the address names. */
import { createContext, memo, Suspense, useContext, useDeferredValue, useEffect, useRef } from 'react';
import { Link, Router, useLocation } from 'wouter';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { useLocale } from './locale.tsx';
import { Page } from './page/page.tsx';
import { Panel } from './page/panel.tsx';
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

/** The address of the page that is drawn: the browser's own, or for a moment the one before. */
const DrawnLocation = createContext('/');

function useDrawnLocation(): [string, typeof navigate] {
  return [useContext(DrawnLocation), navigate];
}

const inHash = (path: string): string => `#${path}`;

/** Elements that stay the same are not drawn again with the frame: each follows what it shows by itself. */
const AROUND = (
  <>
    <Rail />
    <TopBar />
    <Panel>
      <VerdictStrip />
    </Panel>
  </>
);

/**
 * Follows the address and which document is open, so that an edit redraws what shows it and nothing else. The rail
 * answers a click at once; the page behind it is drawn as deferred work, in slices, and reads the address it is
 * drawn for.
 */
function Frame() {
  const { t } = useLocale();
  const [newest] = useLocation();
  const location = useDeferredValue(newest);
  const opening = useDeferredValue(useApp((state) => state.openings));
  const main = useRef<HTMLElement>(null);
  const id = pageOf(location);
  useUndoKeys();

  useEffect(() => {
    document.title = id ? `${t.shell[id]} – Effectif` : 'Effectif';
    main.current?.scrollTo(0, 0);
  }, [id, t]);
  useEffect(() => {
    // What had the focus may have gone with the page of the document before.
    if (opening > 0 && document.activeElement === document.body) main.current?.focus();
  }, [opening]);

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
      {AROUND}
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        aria-label={id ? t.shell[id] : t.shell.notFound}
        className="main"
      >
        <DrawnPage location={location} opening={opening} />
      </main>
    </div>
  );
}

type DrawnPageProps = {
  readonly location: string;
  /** How often another document has come on screen: what was typed, folded or refused on a page goes with the one before. */
  readonly opening: number;
};

/** Left alone while the address has moved on and the next page is not drawn yet. */
const DrawnPage = memo(function DrawnPage({ location, opening }: DrawnPageProps) {
  const { t } = useLocale();
  const id = pageOf(location);
  const entry = PAGES.find((page) => page.id === id);
  return (
    <DrawnLocation value={location}>
      {/* oxlint-disable-next-line react/hooks -- the strategy of the pages' router */}
      <Router hook={useDrawnLocation} hrefs={inHash}>
        {entry && id ? (
          <Panel key={`${entry.id} ${opening}`}>
            <Suspense fallback={<Page question={t[id].question} answer={null} />}>
              <entry.Page />
            </Suspense>
          </Panel>
        ) : (
          <Page question={t.shell.notFound}>
            <Link href="/overview" className="text-link">
              {t.shell.backToOverview}
            </Link>
          </Page>
        )}
      </Router>
    </DrawnLocation>
  );
});
