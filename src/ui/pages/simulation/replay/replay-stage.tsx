/** One recorded day on a canvas: played at a chosen speed, moved by slider and keys, and said in words. */
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Axis } from '../../../../scenario/axis.ts';
import type { Scenario } from '../../../../scenario/schema.ts';
import { DEFAULT_DUE, DEFAULT_THRESHOLD } from '../../../../scenario/compile.ts';
import { isDeferred } from '../../../../scenario/opening.ts';
import { rosterOf } from '../../../../scenario/roster.ts';
import { channelName } from '../../../channel-name.ts';
import { useWidth } from '../../../charts/use-width.ts';
import { SegmentedControl } from '../../../inputs/segmented-control.tsx';
import { Rich, useLocale } from '../../../locale.tsx';
import { drawScene, type Palette, readPalette } from './replay-canvas.ts';
import { momentAt, mostAgents, type ReplayDay } from './replay-day.ts';
import { AgentDetails, agentName, whatNow } from './agent-table.tsx';
import { agentsAt } from './replay-agents.ts';
import { agentUnder, layoutStage, sceneAt } from './replay-scene.ts';
import { ReplayTables } from './replay-tables.tsx';
import { useAgentWords } from './use-agent-words.ts';
import { usePlayback } from './use-playback.ts';

type ReplayStageProps = {
  readonly day: ReplayDay;
  readonly span: readonly [number, number];
  readonly scenario: Scenario;
  readonly axis: Axis;
  /** Day of the calendar, from 0. */
  readonly date: number;
};

const SPEEDS = ['1', '5', '20'] as const;
type Speed = (typeof SPEEDS)[number];
type Look = { readonly palette: Palette; readonly font: string };
/** A move takes a third of a second on screen. */
const MOVE = 1 / 3;
const SLIDER_STEP = 30;

export function ReplayStage({ day, span, scenario, axis, date }: ReplayStageProps) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = useRef<Look | null>(null);
  const width = useWidth(box);
  const [speed, setSpeed] = useState<Speed>('5');
  const [pointed, setPointed] = useState<number | null>(null);
  const agentWords = useAgentWords();
  const roster = useMemo(() => rosterOf(scenario, axis), [scenario, axis]);
  const still = useStillness();
  const names = useMemo(
    () => ({
      classes: scenario.channels.map((channel) => channelName(channel, scenario, locale)),
      groups: scenario.groups.map(({ name }) => text(name)),
    }),
    [scenario, locale, text],
  );
  const shown = useMemo(
    () =>
      scenario.channels.map(
        ({ kind }, c) =>
          kind !== 'selfService' && (day.answered[c]?.length ?? 0) + (day.lost[c]?.length ?? 0) > 0,
      ),
    [scenario, day],
  );
  const thresholds = useMemo(
    () =>
      scenario.channels.map(
        ({ targets, kind }) =>
          targets.serviceLevel?.threshold ??
          targets.firstResponse?.percentile?.within ??
          (isDeferred(kind) ? DEFAULT_DUE : DEFAULT_THRESHOLD),
      ),
    [scenario],
  );
  const stage = useMemo(() => layoutStage(width, names, mostAgents(day), shown), [width, names, day, shown]);

  const draw = (at: number): void => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !look.current || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(stage.width * ratio), Math.round(stage.height * ratio)];
    if (element.width !== wide || element.height !== high) {
      element.width = wide;
      element.height = high;
    }
    const moment = momentAt(day, at);
    const moveFor = still ? 0 : Number(speed) * 60 * MOVE;
    const scene = sceneAt(day, moment, { stage, shown, thresholds, moveFor });
    drawScene(context, stage, scene, look.current.palette, {
      ratio,
      shown,
      font: look.current.font,
      counts: {
        lanes: moment.classes.map(({ waiting }) => f.number(waiting.length, 0)),
        blocks: moment.groups.map(
          ({ busy, agents }) => `${f.number(busy, 0)} / ${f.number(agents.length, 0)}`,
        ),
      },
    });
  };
  const { at, playing, moveTo, setPlaying } = usePlayback(span, Number(speed), still, draw);
  useEffect(() => {
    // Reading the theme costs a layout: a few times a second, not with every frame.
    const element = canvas.current;
    if (element) look.current = { palette: readPalette(element), font: getComputedStyle(element).font };
    if (!playing) draw(at);
  });

  const clockAt = (moment: number): string => {
    const interval = Math.min(axis.intervals.length - 1, Math.floor(moment / axis.intervalSeconds));
    const place = axis.intervals[interval];
    const into = place ? (moment - place.at) / 60 : 0;
    return f.clock(Math.floor((place?.slot ?? 0) * (1440 / axis.slotsPerDay) + into));
  };
  const moment = momentAt(day, at);
  const waiting = moment.classes.reduce((sum, own, c) => sum + (shown[c] ? own.waiting.length : 0), 0);
  const busy = moment.groups.reduce((sum, own) => sum + own.busy, 0);
  const onFloor = moment.groups.reduce((sum, { agents }) => sum + agents.length, 0);
  const said = t.simulation.replay.state(
    clockAt(at),
    f.number(waiting, 0),
    f.number(busy, 0),
    f.number(onFloor, 0),
  );
  const under =
    pointed === null ? undefined : agentsAt(day, roster, moment).find((one) => one.agent === pointed);
  const pointedWords =
    under &&
    agentWords.readout(
      agentName(under, names, agentWords, locale),
      names.groups[under.group] ?? '',
      whatNow(under, { day, names, clockAt }, agentWords, locale),
    );
  const pointAt = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): void => {
    const place = currentTarget.getBoundingClientRect();
    const { cells } = sceneAt(day, moment, { stage, shown, thresholds, moveFor: 0 });
    setPointed(agentUnder(cells, clientX - place.left, clientY - place.top));
  };
  return (
    <div className="replay">
      <div className="replay-controls">
        <button type="button" className="button button-primary" onClick={() => setPlaying(!playing)}>
          {playing ? t.simulation.replay.pause : t.simulation.replay.play}
        </button>
        <input
          type="range"
          className="slider-range"
          aria-label={t.simulation.replay.time}
          aria-valuetext={said}
          min={span[0]}
          max={span[1]}
          step={SLIDER_STEP}
          value={at}
          onChange={(event) => moveTo(event.currentTarget.valueAsNumber)}
          onKeyDown={(event) => {
            if (event.key !== ' ') return;
            event.preventDefault();
            setPlaying(!playing);
          }}
        />
        <span className="replay-speed">
          <span className="quiet-text">{t.simulation.replay.speed}</span>
          <SegmentedControl
            label={t.simulation.replay.speed}
            value={speed}
            onChange={setSpeed}
            options={SPEEDS.map((value) => ({ value, label: value }))}
          />
        </span>
      </div>
      <p className="replay-state">
        <b>{clockAt(at)}</b> <span className="quiet-text">{still && t.simulation.replay.faster}</span>
      </p>
      <div ref={box} className="replay-box" data-date={date}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={said}
          style={{ width: stage.width, height: stage.height }}
          onPointerMove={pointAt}
          onPointerDown={pointAt}
          onPointerLeave={(event) => {
            // A finger leaves when it is lifted: what it pointed at stays.
            if (event.pointerType === 'mouse') setPointed(null);
          }}
        />
      </div>
      <p className="quiet-text replay-pointed">
        <Rich text={pointedWords ?? agentWords.point} />
      </p>
      <p className="quiet-text">{t.simulation.replay.legend}</p>
      <ReplayTables {...{ moment, names, shown }} clock={clockAt(at)} />
      <AgentDetails {...{ day, roster, moment, names, clockAt }} />
    </div>
  );
}

const STILL = '(prefers-reduced-motion: reduce)';

function useStillness(): boolean {
  const [still, setStill] = useState(() => matchMedia(STILL).matches);
  useEffect(() => {
    const query = matchMedia(STILL);
    const change = (): void => setStill(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return still;
}
