/** Progress, cancel and more of the simulated comparison. */
import { useLocale } from '../../locale.tsx';
import { SideGroup } from '../../page/page.tsx';
import type { ComparisonControl } from './use-comparison.ts';

export function ComparisonProgress({ state, cancel, run }: ComparisonControl) {
  const { t, f } = useLocale();
  const { status, done, total, comparison } = state;
  const running = status === 'running' || status === 'waiting';
  const more = 4 * Math.max(total, 10);
  return (
    <SideGroup title={t.compare.paired.group}>
      <div className="compare-buttons">
        <progress
          className="compare-progress"
          aria-label={t.simulation.progress}
          max={1}
          value={status === 'done' ? 1 : total > 0 ? done / total : 0}
        />
        <p className="quiet-text" role="status">
          {status === 'running' && done === total && comparison
            ? t.compare.paired.following
            : t.compare.paired.status[status](f.number(done, 0), f.number(total, 0))}
        </p>
        {running ? (
          <button type="button" className="button" onClick={cancel}>
            {t.simulation.cancel}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() => run(status === 'done' ? more : Math.max(total, 10))}
          >
            {status === 'done' ? t.compare.paired.more(f.number(more, 0)) : t.compare.paired.again}
          </button>
        )}
      </div>
    </SideGroup>
  );
}
