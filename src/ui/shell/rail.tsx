/** The pipeline from top to bottom; on a phone a bar at the foot that scrolls sideways. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useLocale } from '../locale.tsx';
import { PAGES, type PageId } from '../pages/registry.ts';
import { shortIntervals } from '../pages/shortages.ts';
import { useAnalysis, useApp } from '../use-app.ts';

export function Rail() {
  const { t, f } = useLocale();
  const [location] = useLocation();
  const assurance = useApp((state) => state.scenario.assurance);
  const analysis = useAnalysis();
  const short = useMemo(
    () => (analysis ? shortIntervals(analysis, assurance).filter(Boolean).length : 0),
    [analysis, assurance],
  );
  const current = pageOf(location);
  const left = useLeftAddresses(location, current);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the bar is wider than the screen.
    nav.current
      ?.querySelector(`a[href^="#/${current}"]`)
      ?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav ref={nav} className="rail" aria-label={t.shell.steps}>
      <p className="brand" aria-hidden="true">
        Effectif<span>.</span>
      </p>
      <ul>
        {PAGES.map(({ id, Icon, prepare }) => (
          <li key={id}>
            <Link
              href={left.get(id) ?? `/${id}`}
              className="rail-link"
              aria-current={current === id ? 'page' : undefined}
              onPointerEnter={prepare}
              onFocus={prepare}
            >
              <Icon />
              <span>{t.shell[id]}</span>
              {id === 'staffing' && short > 0 && (
                <>
                  <span
                    className="badge"
                    aria-hidden="true"
                    title={t.shell.shortIntervals(short, f.count(short))}
                  >
                    {f.count(short)}
                  </span>
                  <span className="visually-hidden">, {t.shell.shortIntervals(short, f.count(short))}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <p className="rail-foot">{t.shell.privacy}</p>
    </nav>
  );
}

/** Where each page was left, so that its link leads back to the day and channel last looked at. */
function useLeftAddresses(location: string, current: PageId | null): ReadonlyMap<PageId, string> {
  const [left, setLeft] = useState<ReadonlyMap<PageId, string>>(new Map());
  if (current && left.get(current) !== location) setLeft(new Map(left).set(current, location));
  return left;
}

/** The page an address belongs to; the bare address is the overview. */
export function pageOf(location: string): PageId | null {
  const first = location.split('/')[1] ?? '';
  return PAGES.find(({ id }) => id === (first || 'overview'))?.id ?? null;
}
