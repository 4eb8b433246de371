/** Progress, cancel and more of the simulated comparison, and what a run of it takes. */
import { isLong, shortened } from '../../../app/simulation-budget.ts';
import type { RunCost } from '../../../simulation/run-cost.ts';
import { useLocale } from '../../locale.tsx';
import { SideGroup } from '../../page/page.tsx';
import type { ComparisonControl } from './use-comparison.ts';

type ComparisonProgressProps = ComparisonControl & {
  /** Null until both scenarios are analysed. */
  readonly cost: ((replications: number) => RunCost) | null;
};

export function ComparisonProgress({ state, cancel, run, cost }: ComparisonProgressProps) {
  const { t, f } = useLocale();
  const { status, done, total, secondsLeft, comparison } = state;
  const running = status === 'running' || status === 'waiting';
  const next = status === 'done' ? 4 * Math.max(total, 10) : Math.max(total, 10);
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
        {status === 'running' && secondsLeft !== null && secondsLeft >= 1 && (
          <p className="quiet-text">{t.simulation.timeLeft(f.duration(Math.ceil(secondsLeft)))}</p>
        )}
        {running ? (
          <button type="button" className="button" onClick={cancel}>
            {t.simulation.cancel}
          </button>
        ) : (
          <NextRun {...{ next, status, run, cost }} />
        )}
      </div>
    </SideGroup>
  );
}

type NextRunProps = Pick<ComparisonProgressProps, 'run' | 'cost'> & {
  readonly next: number;
  readonly status: ComparisonControl['state']['status'];
};

/** What the next run takes, and a way to take less where that is long. */
function NextRun({ next, status, run, cost }: NextRunProps) {
  const { t, f } = useLocale();
  const price = cost?.(next);
  const fewer = cost && price && isLong(price) ? shortened(cost) : next;
  const time = (seconds: number): string => f.duration(Math.max(1, seconds));
  return (
    <>
      {price && (
        <p className="quiet-text">
          {t.compare.paired.budget(
            f.number(next, 0),
            time(price.seconds),
            t.simulation.megabytes(f.number(Math.max(1, price.bytes / 1e6), 0)),
          )}
        </p>
      )}
      {cost && fewer < next && (
        <button type="button" className="button button-primary" onClick={() => run(fewer)}>
          {t.simulation.shorten(f.number(fewer, 0), time(cost(fewer).seconds))}
        </button>
      )}
      <button type="button" className="button" onClick={() => run(next)}>
        {status === 'done' || status === 'held'
          ? t.compare.paired.more(f.number(next, 0))
          : t.compare.paired.again}
      </button>
    </>
  );
}
