/** The way of customers as a Sankey: counts and shares from the first contact to the answer or the door. */
import { memo, useEffect, useState } from 'react';
import type { Journeys } from '../../../app/simulator.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Plot, type Margins } from '../../charts/plot.tsx';
import { useCursor } from '../../charts/use-cursor.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Waiting } from '../../page/page.tsx';
import { ScrollBox } from '../../page/scroll-box.tsx';
import { useRoot } from '../../use-app.ts';
import { journeyFlow, type JourneyNode } from './journey-flow.ts';
import { layoutSankey, NODE_WIDTH } from './sankey-layout.ts';

type JourneyPanelProps = {
  readonly scenario: Scenario;
  /** The channel shown elsewhere on the page. */
  readonly channel: Channel;
  readonly name: string;
  /** The simulation of this very scenario has ended. */
  readonly ready: boolean;
  /** That the rest of the page is of. */
  readonly replications: number;
};

const HEIGHT = 320;
/** Labels stand above their nodes, those of the last column beside them. */
const margins = (): Margins => ({ top: 20, right: 156, bottom: 8, left: 4 });

export const JourneyPanel = memo(function JourneyPanel({
  scenario,
  channel,
  name,
  ready,
  replications,
}: JourneyPanelProps) {
  const { t, f } = useLocale();
  const journeys = useJourneys(scenario, ready, replications);
  const [which, setWhich] = useState<'all' | 'one'>('all');
  const [index, setIndex] = useState<number | null>(null);
  const flow =
    journeys &&
    journeyFlow(
      which === 'all' ? journeys.channels : journeys.channels.filter(({ id }) => id === channel.id),
      journeys.replications,
      which === 'all' || channel.bot?.escalateTo === channel.id,
    );
  const words = (node: JourneyNode): string => {
    switch (node.kind) {
      case 'source':
        return t.simulation.journey.source[node.which];
      case 'bot':
        return t.simulation.journey.bot;
      case 'queue':
        return t.simulation.journey.queue;
      case 'fate':
        return t.simulation.journey.fate[node.which];
      case 'next':
        return t.simulation.journey.next[node.which];
    }
  };
  const nameOf = (id: string): string => {
    const node = flow?.nodes.find((one) => one.id === id);
    return node ? words(node) : id;
  };
  const share = (value: number): string => f.share(flow && flow.first > 0 ? value / flow.first : null, 1);
  const ordered = flow ? layoutSankey(flow.nodes, flow.flows, { width: 640, height: HEIGHT }).bands : [];
  const describe = (k: number): string => {
    const band = ordered[k];
    return band
      ? t.simulation.journey.readout(
          nameOf(band.from),
          nameOf(band.to),
          f.count(band.value),
          share(band.value),
        )
      : '';
  };
  const cursor = useCursor({
    label: `${t.simulation.journey.label}. ${t.charts.chartKeys}`,
    count: ordered.length,
    at: (x, y, width) => nearest(ordered, (x / width) * 640, y),
    describe: (k) => describe(k).replaceAll('**', ''),
    shared: { index, setIndex },
  });
  if (!flow)
    return ready ? <Waiting lines={6} /> : <p className="quiet-text">{t.simulation.journey.later}</p>;
  const served = flow.flows
    .filter(({ to }) => to === 'fate inTime' || to === 'fate late' || to === 'fate solvedByBot')
    .reduce((sum, { value }) => sum + value, 0);
  const gone = flow.flows.filter(({ to }) => to === 'next gone').reduce((sum, { value }) => sum + value, 0);
  const title = t.simulation.journey.title(
    which === 'all' ? t.words.allInline : name,
    f.number(journeys.replications, 0),
    f.count(flow.first),
    f.count(served),
    f.count(gone),
  );
  return (
    <ChartFrame
      title={title}
      readout={<Rich text={index === null ? t.simulation.journey.note : describe(index)} />}
      tools={
        <SegmentedControl
          label={t.simulation.channel}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all', label: t.words.allChannels },
            { value: 'one', label: name },
          ]}
        />
      }
      table={
        <DataTable
          caption={title}
          rows={ordered}
          rowKey={({ from, to }) => `${from} ${to}`}
          columns={[
            { id: 'from', head: t.simulation.journey.from, cell: ({ from }) => nameOf(from) },
            { id: 'to', head: t.simulation.journey.to, text: true, cell: ({ to }) => nameOf(to) },
            { id: 'count', head: t.simulation.journey.contacts, cell: ({ value }) => f.count(value) },
            { id: 'share', head: t.simulation.journey.share, cell: ({ value }) => share(value) },
          ]}
        />
      }
    >
      <ScrollBox label={t.simulation.journey.label} hint={t.charts.moreOfPicture}>
        <div className="sankey">
          <Plot
            height={HEIGHT + 28}
            margins={margins}
            draw={({ width, height }) => {
              const { nodes, bands, columns } = layoutSankey(flow.nodes, flow.flows, { width, height });
              return {
                picture: (
                  <>
                    {bands.map(({ from, to, path, width: thick }, k) => (
                      <path
                        key={`${from} ${to}`}
                        className={`sankey-band ${bandTone(to)} ${k === index ? 'sankey-here' : ''}`}
                        d={path}
                        strokeWidth={thick}
                      />
                    ))}
                    {nodes.map(({ id, x, y, height: high, value, column }) => {
                      const last = column === columns - 1;
                      return (
                        <g key={id}>
                          <rect
                            className={`sankey-node ${nodeTone(id)}`}
                            x={x}
                            y={y}
                            width={NODE_WIDTH}
                            height={high}
                          />
                          <text
                            className="text-ink text-over-lines"
                            x={last ? x + NODE_WIDTH + 6 : x}
                            y={last ? y + high / 2 + 4 : y - 5}
                          >
                            {nameOf(id)} <tspan className="label-strong">{f.count(value)}</tspan>
                          </text>
                        </g>
                      );
                    })}
                  </>
                ),
                cover: cursor.props,
              };
            }}
          />
        </div>
      </ScrollBox>
    </ChartFrame>
  );
});

const BAD = /abandoned|blocked|away|gone|leftByBot/;

const nodeTone = (id: string): string =>
  BAD.test(id)
    ? 'sankey-bad'
    : /late|waiting|redial|switch|recontact/.test(id)
      ? 'sankey-slow'
      : 'sankey-good';

const bandTone = nodeTone;

/** The band whose middle is closest to a place in the picture. */
function nearest(bands: readonly { readonly x: number; readonly y: number }[], x: number, y: number): number {
  let best = 0;
  bands.forEach((band, k) => {
    const here = bands[best];
    if (here && Math.hypot(band.x - x, band.y - y) < Math.hypot(here.x - x, here.y - y)) best = k;
  });
  return best;
}

/** Counted in the simulation, once it is through. */
function useJourneys(scenario: Scenario, ready: boolean, replications: number): Journeys | null {
  const { simulations } = useRoot();
  const [answer, setAnswer] = useState<{ of: Scenario; journeys: Journeys } | null>(null);
  const known = answer?.of === scenario;
  useEffect(() => {
    if (!ready || known) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    simulations()
      .then((engine) => engine.journeys(scenario, { replications, signal }))
      .then(
        (journeys) => {
          if (!signal.aborted && !('issues' in journeys)) setAnswer({ of: scenario, journeys });
        },
        () => null, // cancelled, or the run above says why it failed
      );
    return () => controller.abort();
  }, [scenario, ready, known, replications, simulations]);
  return known ? answer.journeys : null; // those of another plan would pass for this one's
}
