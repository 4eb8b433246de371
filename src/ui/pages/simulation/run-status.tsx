/** How far a run is: replications, time left, and how closely the targets are known. */
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';
import { useStatusText } from './use-status-text.ts';

export function RunStatus() {
  const { t, f } = useLocale();
  const simulation = useApp((state) => state.simulation);
  const asked = useApp((state) => state.scenario.simulation.replications);
  const { status, done, total, halfWidth, widest, secondsLeft } = simulation;
  const text = useStatusText(done, total || asked);
  const running = status === 'running';
  const points = (share: number): string => f.number(share * 100, 2);
  return (
    <>
      {status !== 'failed' && (
        <progress
          className="run-progress"
          aria-label={t.simulation.progress}
          max={1}
          value={running && total > 0 ? done / total : status === 'done' ? 1 : 0}
        />
      )}
      <p className="quiet-text" role="status">
        {text}
      </p>
      {running && secondsLeft !== null && secondsLeft >= 1 && (
        <p className="quiet-text">{t.simulation.timeLeft(f.duration(Math.ceil(secondsLeft)))}</p>
      )}
      {halfWidth !== null && widest !== null && (running || status === 'done') && (
        <p className="quiet-text">
          {running
            ? t.simulation.widest(points(widest), points(halfWidth))
            : widest <= halfWidth
              ? t.simulation.reached(points(halfWidth))
              : t.simulation.notReached(points(widest), points(halfWidth))}
        </p>
      )}
    </>
  );
}
