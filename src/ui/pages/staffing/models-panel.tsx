/** The model ladder at one interval: what each asks for, how far that is from ours, and where it is unfit. */
import { memo, useMemo, type ReactNode } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { LEFT_OUT } from '../../../scenario/left-out.ts';
import type { ExactDay } from '../../../scenario/exact-day.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { Explain, type Explanation } from '../../inputs/explain.tsx';
import { Num, Rich, useLocale } from '../../locale.tsx';
import { ScrollBox } from '../../page/scroll-box.tsx';
import { useApp } from '../../use-app.ts';
import { intervalMinutes } from '../../use-axis.ts';
import type { DayView } from './day-view.ts';
import { explainPlannedHours, explainRung, explainRungFigure, type RungFigure } from './explain-figure.ts';
import { explainPlain, groupsAt, type AboutInterval } from './explain-interval.ts';
import { hoursOf, isLine, isTalk, levelKind, modelLadder, type FormulaDay, type Rung } from './ladder.ts';
import { simulatedShare } from './interval-measures.ts';
import { circumstancesOf, type RungWarning } from './ladder-warnings.ts';
import { useCloser } from './use-closer.ts';
import { useExactDay } from './use-exact-day.ts';
import { useSimulated } from './use-simulated.ts';

type ModelsPanelProps = {
  readonly scenario: Scenario;
  readonly channel: Channel;
  readonly figures: ChannelAnalysis;
  readonly formulas: FormulaDay;
  readonly view: DayView;
  /** Place of the interval in the day. */
  readonly at: number;
  readonly axis: Axis;
  readonly day: number;
};

/** Replications after which a range is narrow enough to compare with. */
const ENOUGH_REPLICATIONS = 20;

export const ModelsPanel = memo(function ModelsPanel(props: ModelsPanelProps) {
  const { scenario, channel, figures, formulas, view, at, axis, day } = props;
  const { t, f, text } = useLocale();
  const c = useCloser();
  const { intervalSeconds } = axis;
  const { targets } = channel;
  const exact = useExactDay(scenario, channel, figures, view, axis);
  const simulated = useSimulated(figures.id);
  const replications = useApp((state) => state.simulation.done);
  const interval = view.intervals[at] ?? 0;
  const simulation =
    simulated === null ? 'none' : replications < ENOUGH_REPLICATIONS ? 'few' : ('enough' as const);
  const rungs = useMemo(() => {
    const circumstances = circumstancesOf(
      scenario,
      channel,
      figures,
      { interval, previous: at > 0 ? view.intervals[at - 1] : undefined, intervalSeconds },
      {
        fillsUp: fillsUp(exact, at),
        quietCounted: exact?.quietCounted ?? false,
        exactPending: exact === undefined,
        simulation,
      },
    );
    const measure = simulatedShare(figures, levelKind(channel.targets) ?? 'serviceLevel');
    const run = simulated?.intervals[interval];
    const level = simulated === null ? undefined : (run?.[measure] ?? null);
    return modelLadder(
      {
        channel,
        figures,
        formulas,
        exact,
        simulated: level,
        simulatedLost: run?.abandonment ?? null,
        circumstances,
      },
      { at, intervals: view.intervals, intervalSeconds },
    );
  }, [
    scenario,
    channel,
    figures,
    formulas,
    exact,
    simulated,
    simulation,
    interval,
    at,
    view,
    intervalSeconds,
  ]);
  const groups = groupsAt(scenario, view.analysis, channel.id, interval, text);
  const about = { t, f, c, figures, channel, interval, axis, groups };
  const clock = f.clock((axis.intervals[interval]?.slot ?? 0) * intervalMinutes(axis));
  const weekday = f.weekday(axis.days[day]?.date ?? '');
  const within = targets.serviceLevel?.threshold ?? targets.firstResponse?.percentile?.within;
  const sheet = hoursOf(formulas.erlangC, intervalSeconds);
  const ours = hoursOf(
    view.intervals.map((i) => figures.required[i] ?? 0),
    intervalSeconds,
  );
  const plannedHours = hoursOf(
    view.intervals.map((i) => figures.planned[i] ?? 0),
    intervalSeconds,
  );
  const below = new Set(
    rungs.flatMap(({ warnings }) => warnings).filter((warning) => SAID_BELOW.has(warning)),
  );
  const talk = isTalk(figures);
  const spoken = isLine(figures) ? c.sheet : c.sheetChat;
  return (
    <>
      <ScrollBox label={c.models} hint={t.charts.moreColumns}>
        <table className="ladder">
          <thead>
            <tr>
              <th scope="col">{c.model}</th>
              <th scope="col">{c.agentsAt(clock)}</th>
              <th scope="col">{c.gap}</th>
              <th scope="col">{c.hours(weekday)}</th>
              <th scope="col">{c.level}</th>
              {talk && <th scope="col">{t.staffing.frt}</th>}
              {talk && <th scope="col">{t.staffing.abandoned}</th>}
            </tr>
          </thead>
          <tbody>
            {rungs.map((rung) => (
              <RungRow key={rung.model} {...{ rung, about }} />
            ))}
            <tr>
              <th scope="row">{t.staffing.plannedRow}</th>
              <td className="text-planned">
                {explained(
                  explainPlain('planned', t.staffing.planned, about),
                  f.agents(figures.planned[interval] ?? 0),
                )}
              </td>
              <td>
                {explained(
                  explainPlain('gap', t.words.difference, about),
                  f.agents((figures.planned[interval] ?? 0) - (figures.required[interval] ?? 0), true),
                )}
              </td>
              <td className="text-planned">
                {explained(explainPlannedHours(plannedHours, about), f.count(plannedHours))}
              </td>
              <td>–</td>
              {talk && <td>–</td>}
              {talk && <td>–</td>}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
      <p className="closer-text">
        {sheet === null || ours === null ? (
          figures.model === 'deferred' && c.sheetNone
        ) : (
          <Rich text={spoken(f.count(sheet), weekday, f.count(ours), gapShare(sheet, ours, f))} />
        )}
      </p>
      {exact?.talk && <TalkSentence {...{ exact, at, clock, rungs }} />}
      {[...below].map((warning) => (
        <p key={warning} className="closer-text ladder-warning">
          {c.warning[warning]}
        </p>
      ))}
      <p className="hint">{c.modelsHint(within === undefined ? null : f.limit(within))}</p>
    </>
  );
});

const SAID_BELOW: ReadonlySet<RungWarning> = new Set(['shared', 'pooled', 'talks', ...LEFT_OUT]);

/** By how much of its steady length a first reply is quicker where a day still fills up. */
const FILLING = 0.05;

function fillsUp(exact: ExactDay | null | undefined, at: number): boolean {
  const [reply, steady] = [exact?.talk?.replies[at] ?? null, exact?.talk?.steady.replies[at] ?? null];
  return reply !== null && steady !== null && reply < (1 - FILLING) * steady;
}

type TalkSentenceProps = {
  readonly exact: ExactDay;
  readonly at: number;
  readonly clock: string;
  readonly rungs: readonly Rung[];
};

/** The day carried through against each interval by itself, and the simulation where there is one. */
function TalkSentence({ exact: { levels, talk }, at, clock, rungs }: TalkSentenceProps) {
  const { f } = useLocale();
  const c = useCloser();
  const [reply, steadyReply] = [talk?.replies[at] ?? null, talk?.steady.replies[at] ?? null];
  const [lost, steadyLost] = [talk?.lost[at] ?? null, talk?.steady.lost[at] ?? null];
  if (reply === null || steadyReply === null || lost === null || steadyLost === null) return null;
  const [level, steadyLevel] = [levels[at] ?? null, talk?.steady.levels[at] ?? null];
  // A few replications say nothing yet.
  const run = rungs.find(({ model, warnings }) => model === 'simulation' && warnings.length === 0);
  const inTime = (share: number | null): string | null => (share === null ? null : f.share(share, 1));
  return (
    <p className="closer-text">
      <Rich
        text={c.talkDay(
          clock,
          { reply: f.seconds(reply), lost: f.share(lost, 1), inTime: inTime(level) },
          { reply: f.seconds(steadyReply), lost: f.share(steadyLost, 1), inTime: inTime(steadyLevel) },
        )}
      />
      {run?.lost && (
        <>
          {' '}
          <Rich text={c.talkSimulated(inTime(run.level?.value ?? null), f.share(run.lost.value, 1))} />
        </>
      )}
    </p>
  );
}

function gapShare(sheet: number, ours: number, f: ReturnType<typeof useLocale>['f']): string {
  return ours > 0 ? f.change(sheet / ours, 0) : f.count(sheet - ours, true);
}

function explained(explanation: Explanation, figure: string): ReactNode {
  return (
    <Explain explanation={explanation}>
      <span className="num">{figure}</span>
    </Explain>
  );
}

type RungRowProps = { readonly rung: Rung; readonly about: AboutInterval };

function RungRow({ rung, about }: RungRowProps) {
  const { t, f, c, figures } = about;
  const { model, agents, gap, hours, level, reply, lost, warnings, used } = rung;
  // The weightiest in sight, all of them in the explanation; sharing concerns every model and stands below.
  const first = warnings.find((warning) => !SAID_BELOW.has(warning));
  const gapWords = used
    ? c.ours
    : gap === null
      ? null
      : Math.abs(gap) < 1e-9
        ? c.gapSame
        : gap > 0
          ? c.gapMore(f.agents(gap))
          : c.gapLess(f.agents(-gap));
  const figure = (which: RungFigure, value: number | null, text: string) =>
    value === null ? <Num>–</Num> : explained(explainRungFigure(which, rung, about), text);
  return (
    <tr className={used ? 'ladder-used' : undefined}>
      <th scope="row">
        <Explain explanation={explainRung(rung, about)}>{t.staffing[model]}</Explain>
        {gapWords && <span className="ladder-range">{gapWords}</span>}
        {first && <span className="ladder-warning">{c.warning[first]}</span>}
      </th>
      <td>{figure('agents', agents, f.agents(agents))}</td>
      <td>{figure('gap', gap, gap === 0 ? c.same : f.agents(gap, true))}</td>
      <td>{figure('hours', hours, f.count(hours))}</td>
      <td>
        {figure('level', level?.value ?? null, f.share(level?.value))}
        {level?.low !== undefined && (
          <span className="ladder-range num">{f.plusMinus(level.low, level.high, 'share')}</span>
        )}
      </td>
      {isTalk(figures) && <td>{figure('reply', reply, f.duration(reply))}</td>}
      {isTalk(figures) && (
        <td>
          {figure('lost', lost?.value ?? null, f.share(lost?.value, 1))}
          {lost?.low !== undefined && (
            <span className="ladder-range num">{f.plusMinus(lost.low, lost.high, 'share')}</span>
          )}
        </td>
      )}
    </tr>
  );
}
