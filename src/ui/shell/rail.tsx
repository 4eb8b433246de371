/** The pipeline from top to bottom; on a phone a bar at the foot that scrolls sideways. */
import { Link, useLocation } from 'wouter';
import { useLocale } from '../locale.tsx';
import { PAGES, type PageId } from '../pages/registry.ts';

type RailProps = {
  /** Understaffed intervals, shown beside Staffing; null while unknown. */
  readonly shortIntervals: number | null;
};

export function Rail({ shortIntervals }: RailProps) {
  const { t, f } = useLocale();
  const [location] = useLocation();
  const current = pageOf(location);
  return (
    <nav className="rail" aria-label={t.shell.steps}>
      <p className="brand" aria-hidden="true">
        Effectif<span>.</span>
      </p>
      <ul>
        {PAGES.map(({ id, Icon }) => (
          <li key={id}>
            <Link href={`/${id}`} className="rail-link" aria-current={current === id ? 'page' : undefined}>
              <Icon />
              <span>{t.shell[id]}</span>
              {id === 'staffing' && shortIntervals !== null && shortIntervals > 0 && (
                <>
                  <span className="badge" aria-hidden="true">
                    {f.count(shortIntervals)}
                  </span>
                  <span className="visually-hidden">, {t.shell.shortIntervals(f.count(shortIntervals))}</span>
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

/** The page an address belongs to; the bare address is the overview. */
export function pageOf(location: string): PageId | null {
  const first = location.split('/')[1] ?? '';
  return PAGES.find(({ id }) => id === (first || 'overview'))?.id ?? null;
}
