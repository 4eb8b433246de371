/** The model ladder at one interval, with a warning beside each rung that leaves something out. */
import { memo, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { Explain } from '../../inputs/explain.tsx';
import { Num, useLocale } from '../../locale.tsx';
import { SideGroup } from '../../page/page.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import type { DayView } from './day-view.ts';
import { exactRung, isLine, modelLadder, simulationRung, type Rung } from './ladder.ts';
import { useExactDay } from './use-exact-day.ts';
import { useSimulated } from './use-simulated.ts';

type LadderProps = {
  readonly targets: Channel['targets'];
  readonly patience: Channel['patience'];
  readonly handling: Channel['handling'];
  readonly figures: ChannelAnalysis;
  readonly view: DayView;
  /** Place of the interval in the day. */
  readonly at: number;
  readonly axis: Axis;
};

export const Ladder = memo(function Ladder(props: LadderProps) {
  const { targets, patience, handling, figures, view, at, axis } = props;
  const { t, f } = useLocale();
  const interval = view.intervals[at];
  const { intervalSeconds } = axis;
  const exact = useExactDay(targets, patience, figures, view.intervals, intervalSeconds);
  const simulated = useSimulated(figures.id);
  const formulas = useMemo(
    () =>
      interval === undefined
        ? []
        : modelLadder({ targets, patience }, figures, { interval, intervalSeconds }),
    [targets, patience, figures, interval, intervalSeconds],
  );
  if (interval === undefined) return null;
  const rungs: Rung[] = [
    ...formulas,
    ...(isLine(figures) && exact !== null
      ? [
          exactRung(
            exact && { agents: exact.required?.[at] ?? null, level: exact.levels[at] ?? null },
            handling,
          ),
        ]
      : []),
    simulationRung(simulated === null ? undefined : (simulated.intervals[interval]?.serviceLevel ?? null)),
  ];
  const clock = f.clock((axis.intervals[interval]?.slot ?? 0) * intervalMinutes(axis));
  const within = targets.serviceLevel?.threshold ?? targets.firstResponse?.percentile?.within;
  return (
    <SideGroup title={t.staffing.ladder(clock)}>
      <table className="ladder">
        <thead>
          <tr>
            <th scope="col">{t.staffing.model}</th>
            <th scope="col">{t.staffing.agents}</th>
            <th scope="col">{t.staffing.level}</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung) => (
            <RungRow key={rung.model} rung={rung} />
          ))}
          <tr>
            <th scope="row">{t.staffing.plannedRow}</th>
            <td className="text-planned">
              <Num>{f.agents(figures.planned[interval] ?? 0)}</Num>
            </td>
            <td>–</td>
          </tr>
        </tbody>
      </table>
      <p className="hint">{t.staffing.ladderHint(within === undefined ? null : f.limit(within))}</p>
    </SideGroup>
  );
});

function RungRow({ rung: { model, agents, level, warning, used } }: { readonly rung: Rung }) {
  const { t, f } = useLocale();
  const { definition, assumes } = t.staffing.rung[model];
  return (
    <tr className={used ? 'ladder-used' : undefined}>
      <th scope="row">
        <Explain explanation={{ term: t.staffing[model], definition, model: assumes }}>
          {t.staffing[model]}
        </Explain>
        {warning && <span className="ladder-warning">{t.staffing[warning]}</span>}
      </th>
      <td>
        <Num>{agents === null ? '–' : f.agents(agents)}</Num>
      </td>
      <td>
        <Num>{level === null ? '–' : f.share(level.value)}</Num>
        {level?.low !== undefined && (
          <span className="ladder-range num">{f.plusMinus(level.low, level.high, 'share')}</span>
        )}
      </td>
    </tr>
  );
}
