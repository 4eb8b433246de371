/** All six definitions of the service level side by side: what the same week is worth in each contract. */
import { memo, useCallback, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { DefinedLevel, LevelCounts } from '../../../scenario/level-definitions.ts';
import { Explain, type Explanation } from '../../inputs/explain.tsx';
import { Num, useLocale } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { Notice, Waiting } from '../../page/page.tsx';
import { REFERENCES } from '../../references.ts';
import { useRoot } from '../../use-app.ts';
import { intervalMinutes } from '../../use-axis.ts';
import { explainNeed } from './explain-figure.ts';
import { useAnswer } from './use-answer.ts';
import { useCloser } from './use-closer.ts';
import type { Figures } from './use-figures.ts';

type LevelsPanelProps = {
  readonly figures: Figures;
  readonly channel: ChannelAnalysis;
  readonly axis: Axis;
  readonly day: number;
  /** Interval of the axis. */
  readonly interval: number;
};

export const LevelsPanel = memo(function LevelsPanel(props: LevelsPanelProps) {
  const { figures, channel, axis, day, interval } = props;
  const { t, f } = useLocale();
  const c = useCloser();
  const { engines } = useRoot().app;
  const { scenario, pending } = figures;
  const line = channel.model !== 'deferred' && channel.model !== 'bot';
  const ask = useCallback(
    () => engines.definedLevels(scenario, channel.id, day),
    [engines, scenario, channel.id, day],
  );
  const { answer, failed } = useAnswer(pending || !line ? null : ask, `${channel.id} ${day}`);
  const at = useMemo(
    () => axis.intervals.flatMap((place, i) => (place.day === day ? [i] : [])).indexOf(interval),
    [axis, day, interval],
  );
  if (!line) {
    return (
      <Notice kind="empty">
        <p>{c.levelsDeferred}</p>
      </Notice>
    );
  }
  if (failed)
    return (
      <Notice kind="error">
        <p>{t.shell.failedPanel}</p>
      </Notice>
    );
  if (!answer) return <Waiting lines={6} />;
  const { levels, share, threshold, shortAbandon, promised } = answer;
  const definition = scenario.channels.find(({ id }) => id === channel.id);
  const about = definition && { t, f, c, figures: channel, channel: definition, interval, axis, groups: [] };
  const clock = f.clock((axis.intervals[interval]?.slot ?? 0) * intervalMinutes(axis));
  const weekday = f.weekday(axis.days[day]?.date ?? '');
  const shares = levels.map(({ week }) => shareOf(week)).filter((share) => share !== null);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const explain = (level: DefinedLevel, counts: LevelCounts, when: string): Explanation => {
    const { name, formula, use } = c.definition[level.definition];
    const amount = (value: number): string =>
      level.definition === 'virtual' ? f.number(value, 1) : c.contactsOf(f.count(value));
    return {
      term: `${name}, ${when}`,
      definition: use,
      formula,
      worked: `${f.count(counts.numerator)} ÷ ${f.count(counts.denominator)} = ${f.share(shareOf(counts), 1)}`,
      inputs: [
        [c.threshold, f.limit(threshold)],
        [c.numerator, amount(counts.numerator)],
        [c.denominator, amount(counts.denominator)],
      ],
      model: t.explain.modelOf[channel.model],
      reference: REFERENCES[channel.model],
    };
  };
  const levelColumn = (
    id: string,
    head: string,
    pick: (level: DefinedLevel) => LevelCounts | undefined,
  ): Column<DefinedLevel> => ({
    id,
    head,
    cell: (level) => {
      const counts = pick(level);
      const share = counts ? shareOf(counts) : null;
      if (!counts || share === null) return <Num>–</Num>;
      return (
        <Explain explanation={explain(level, counts, head)}>
          <span className="num">{f.share(share, 1)}</span>
        </Explain>
      );
    },
  });
  const columns: Column<DefinedLevel>[] = [
    {
      id: 'name',
      head: c.definitionHead,
      cell: ({ definition }) => (
        <>
          {c.definition[definition].name}
          {promised?.definition === definition && <em className="level-promised">{c.promised}</em>}
        </>
      ),
    },
    levelColumn('interval', clock, ({ intervals }) => intervals[at]),
    levelColumn('day', weekday, (level) => level.day),
    levelColumn('week', c.weekHead, ({ week }) => week),
    ...(levels.some(({ required }) => (required[at] ?? null) !== null)
      ? [
          {
            id: 'need',
            head: c.needHead,
            cell: (level: DefinedLevel) => {
              const need = level.required[at] ?? null;
              if (need === null || !about) return <Num>–</Num>;
              return (
                <Explain explanation={explainNeed(level, need, share, threshold, about)}>
                  <span className="num">{f.agents(need)}</span>
                </Explain>
              );
            },
          },
        ]
      : []),
    {
      id: 'use',
      head: c.useHead,
      text: true,
      cell: ({ definition }) => (
        <span className="level-use">
          <b>{c.definition[definition].formula}</b> {c.definition[definition].use}
        </span>
      ),
    },
  ];
  return (
    <>
      <h2 className="closer-title">
        {f.share(low) === f.share(high)
          ? c.levelsTitleSame(f.limit(threshold), f.share(low))
          : c.levelsTitle(f.limit(threshold), f.share(low), f.share(high))}
      </h2>
      <DataTable
        caption={c.levels}
        hideCaption
        rows={levels}
        rowKey={({ definition }) => definition}
        current={({ definition }) => definition === promised?.definition}
        columns={columns}
      />
      <p className="hint">
        {c.shortAbandon(f.limit(shortAbandon))}. {promised === null && c.notPromised(f.limit(threshold))}
      </p>
    </>
  );
});

function shareOf({ numerator, denominator }: LevelCounts): number | null {
  return denominator > 1e-9 ? Math.min(1, numerator / denominator) : null;
}
