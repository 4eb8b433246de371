/** The model ladder at one interval, with a warning beside each rung that leaves something out. */
import { memo, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { Num, useLocale } from '../../locale.tsx';
import { SideGroup } from '../../page/page.tsx';
import { intervalMinutes } from '../../use-axis.ts';
import { modelLadder } from './ladder.ts';

type LadderProps = {
  readonly targets: Channel['targets'];
  readonly patience: Channel['patience'];
  readonly figures: ChannelAnalysis;
  readonly interval: number | undefined;
  readonly axis: Axis;
};

export const Ladder = memo(function Ladder({ targets, patience, figures, interval, axis }: LadderProps) {
  const { t, f } = useLocale();
  const rungs = useMemo(
    () =>
      interval === undefined
        ? []
        : modelLadder({ targets, patience }, figures, { interval, intervalSeconds: axis.intervalSeconds }),
    [targets, patience, figures, interval, axis],
  );
  if (interval === undefined) return null;
  const clock = f.clock((axis.intervals[interval]?.slot ?? 0) * intervalMinutes(axis));
  const planned = figures.planned[interval] ?? 0;
  return (
    <SideGroup title={t.staffing.ladder(clock)}>
      <table className="ladder">
        <thead>
          <tr>
            <th scope="col">{t.staffing.model}</th>
            <th scope="col">{t.staffing.agents}</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map(({ model, agents, warning }, at) => (
            <tr key={model} className={at === rungs.length - 1 ? 'ladder-used' : undefined}>
              <th scope="row">
                {t.staffing[model]} {warning && <span className="ladder-warning">{t.staffing[warning]}</span>}
              </th>
              <td>
                <Num>{f.agents(agents)}</Num>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t.staffing.plannedRow}</th>
            <td className="text-planned">
              <Num>{f.agents(planned)}</Num>
            </td>
          </tr>
        </tbody>
      </table>
    </SideGroup>
  );
});
