/** What assurance costs, under its slider: paid hours against the share of weeks the requirement carries. */
import { memo, useCallback, useMemo, useState } from 'react';
import { homeGroup, skillsOf } from '../../../scenario/allocation.ts';
import type { AssurancePoint } from '../../../scenario/assurance-curve.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { CurveChart } from '../../charts/curve-chart.tsx';
import { Explain } from '../../inputs/explain.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Notice, Waiting } from '../../page/page.tsx';
import { useApp, useRoot } from '../../use-app.ts';
import { explainAssurance } from './explain-figure.ts';
import { useAnswer } from './use-answer.ts';
import { useCloser } from './use-closer.ts';
import { useFigures } from './use-figures.ts';

type AssurancePanelProps = { readonly channel: string; readonly axis: Axis; readonly day: number };

/** Closed until asked for; the curve is computed only then. */
export function AssurancePanel(props: AssurancePanelProps) {
  const c = useCloser();
  const [open, setOpen] = useState(false);
  return (
    <details className="side-details" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{c.assuranceCost}</summary>
      {open && <AssuranceCurve {...props} />}
    </details>
  );
}

const AssuranceCurve = memo(function AssuranceCurve({ channel, axis, day }: AssurancePanelProps) {
  const { t, f } = useLocale();
  const c = useCloser();
  const { engines } = useRoot().app;
  const { scenario, analysis, pending } = useFigures();
  const assurance = useApp((state) => state.scenario.assurance);
  const [index, setIndex] = useState<number | null>(null);
  // The curve runs over all assurances: the one chosen does not change it.
  const asked = useIgnoringAssurance(scenario);
  const ask = useCallback(() => engines.assuranceCurve(asked, channel), [engines, asked, channel]);
  const { answer, failed } = useAnswer(pending && asked !== scenario ? null : ask, channel);
  const points = useMemo(
    () => (answer ?? []).map((point) => ({ x: point.assurance, y: point.paidHours })),
    [answer],
  );
  if (failed)
    return (
      <Notice kind="error">
        <p>{t.shell.failedPanel}</p>
      </Notice>
    );
  if (!answer) return <Waiting lines={5} />;
  const here = interpolated(answer, assurance);
  const next = answer.find((point) => point.assurance > assurance + 0.025);
  const weekday = f.weekday(axis.days[day]?.date ?? '');
  const read = (share: number, hours: number, peak: number | undefined): string =>
    c.assuranceRead(f.share(share), f.count(hours), t.words.agents(peak ?? 0, f.agents(peak)), weekday);
  const describe = (k: number): string => {
    const point = answer[k];
    return point ? read(point.assurance, point.paidHours, point.peakByDay[day]) : '';
  };
  const point = index === null ? undefined : answer[index];
  const at = scenario.channels.findIndex(({ id }) => id === channel);
  const [definition, own] = [scenario.channels[at], analysis?.channels[at]];
  const ids = scenario.channels.map(({ id }) => id);
  const explanation =
    definition &&
    own &&
    explainAssurance(
      point?.assurance ?? assurance,
      point?.paidHours ?? here.hours,
      { t, f, c, figures: own, channel: definition },
      scenario.groups[homeGroup(skillsOf(scenario.groups, ids), at)]?.shrinkage ?? 0,
    );
  const title = next
    ? c.assuranceTitle(f.share(assurance), f.share(next.assurance), f.count(next.paidHours - here.hours))
    : c.assuranceTitleTop(f.share(assurance), f.count(here.hours));
  return (
    <ChartFrame
      title={title}
      readout={
        <Rich text={index === null ? read(assurance, here.hours, here.peakByDay[day]) : describe(index)} />
      }
      table={
        <DataTable
          caption={title}
          hideCaption
          rows={answer}
          rowKey={(point) => point.assurance}
          columns={[
            { id: 'share', head: c.assuranceX, cell: (point) => f.share(point.assurance) },
            { id: 'hours', head: c.assuranceY, cell: ({ paidHours }) => f.count(paidHours) },
            { id: 'peak', head: c.peakHead, cell: ({ peakByDay }) => f.agents(peakByDay[day]) },
          ]}
        />
      }
    >
      <CurveChart
        label={`${c.assuranceCost}. ${t.charts.chartKeys}`}
        points={points}
        plain
        here={{ x: assurance, y: here.hours, label: f.share(assurance) }}
        formatX={(share) => f.share(share)}
        formatY={(hours) => f.count(hours)}
        xTitle={c.assuranceX}
        yTitle={c.assuranceY}
        describe={(k) => describe(k).replaceAll('**', '')}
        index={index}
        onIndex={setIndex}
      />
      <p className="hint">
        {c.assuranceWhat} {explanation && <Explain explanation={explanation} />}
      </p>
    </ChartFrame>
  );
});

/** The same object as long as nothing but the assurance changes. */
function useIgnoringAssurance(scenario: Scenario): Scenario {
  const { channels, groups, calendar, events } = scenario;
  // oxlint-disable-next-line react/exhaustive-deps -- these parts are what the curve depends on
  return useMemo(() => scenario, [channels, groups, calendar, events]);
}

type Interpolated = { readonly hours: number; readonly peakByDay: readonly number[] };

/** Between two points of the curve along the line drawn; agents of the nearer one above. */
function interpolated(points: readonly AssurancePoint[], assurance: number): Interpolated {
  const after = points.findIndex((point) => point.assurance >= assurance - 1e-9);
  const high = points[after < 0 ? points.length - 1 : after];
  const low = points[Math.max(0, (after < 0 ? points.length : after) - 1)];
  if (!high || !low) return { hours: 0, peakByDay: [] };
  const span = high.assurance - low.assurance;
  const part = span > 0 ? Math.min(1, Math.max(0, (assurance - low.assurance) / span)) : 1;
  return { hours: low.paidHours + part * (high.paidHours - low.paidHours), peakByDay: high.peakByDay };
}
