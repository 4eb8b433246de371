/** One promise on its own scale: the range of single weeks as a band, the expected value as a dot, the goal as a tick. */
import type { TargetResult } from '../../../scenario/analysis.ts';
import { useLocale } from '../../locale.tsx';
import { targetGoal, targetMet, targetUnit, targetValue } from '../../target-text.ts';

const WIDTH = 160;
const HEIGHT = 16;
/** Room for a dot at either end. */
const EDGE = 6;

export function Bullet({ target }: { readonly target: TargetResult }) {
  const { t, f } = useLocale();
  const { value, low, high, goal } = target;
  if (value === null) return <span className="quiet-text">{t.channels.noValue}</span>;
  const outer = 1.25 * Math.max(2 * goal, value, high ?? 0);
  // high shares on the whole scale; small ones (abandonment) and seconds on one that shows the difference
  const most = targetUnit(target.kind) === 'duration' ? outer : goal > 0.4 ? 1 : Math.min(1, outer);
  const x = (figure: number) => EDGE + (Math.min(figure, most) / most) * (WIDTH - 2 * EDGE);
  const missed = targetMet(target) === false;
  const figure = (number: number | null) => targetValue({ ...target, value: number }, f);
  return (
    <svg
      className={missed ? 'bullet bullet-missed' : 'bullet'}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t.channels.bullet(figure(value), figure(low), figure(high), targetGoal(target, t, f))}
    >
      <rect className="bullet-track" x={EDGE} y={6} width={WIDTH - 2 * EDGE} height={4} rx={2} />
      {low !== null && high !== null && (
        <rect
          className="bullet-band"
          x={x(low)}
          y={4}
          width={Math.max(2, x(high) - x(low))}
          height={8}
          rx={2}
        />
      )}
      <circle className="bullet-dot" cx={x(value)} cy={8} r={5} />
      <rect className="bullet-goal" x={x(goal) - 1} y={0} width={2} height={HEIGHT} />
    </svg>
  );
}
