/** Every promise beside what to expect: a small bullet each, the chance of a week that keeps it, the model. */
import type { Analysis, ChannelAnalysis, TargetResult } from '../../../scenario/analysis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { Explain } from '../../inputs/explain.tsx';
import { Num, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { targetMet, targetSentence, targetValue } from '../../target-text.ts';
import { Bullet } from './bullet.tsx';

type PromiseTableProps = {
  readonly analysis: Analysis;
  readonly scenario: Scenario;
  readonly current: string | undefined;
  readonly onChoose: (channel: string) => void;
};

type Row = {
  readonly result: ChannelAnalysis;
  readonly target: TargetResult | null;
  readonly first: boolean;
};

export function PromiseTable({ analysis, scenario, current, onChoose }: PromiseTableProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const rows = analysis.channels.flatMap((result): Row[] =>
    result.targets.length === 0
      ? [{ result, target: null, first: true }]
      : result.targets.map((target, index) => ({ result, target, first: index === 0 })),
  );
  const nameOf = (id: string) => {
    const channel = scenario.channels.find((each) => each.id === id);
    return channel ? channelName(channel, scenario, locale) : id;
  };
  const missed = ({ target }: Row) => target !== null && targetMet(target) === false;
  return (
    <DataTable
      caption={t.channels.promisesCaption}
      hideCaption
      rows={rows}
      rowKey={({ result, target }) => `${result.id} ${target?.kind ?? ''}`}
      current={({ result }) => result.id === current}
      columns={[
        {
          id: 'channel',
          head: t.channels.channel,
          cell: ({ result, first }) =>
            first ? (
              <button type="button" className="link" onClick={() => onChoose(result.id)}>
                {nameOf(result.id)}
              </button>
            ) : (
              <span className="visually-hidden">{nameOf(result.id)}</span>
            ),
        },
        {
          id: 'promise',
          head: t.channels.promise,
          text: true,
          cell: ({ target }) => (target ? targetSentence(target, t, f) : t.channels.noPromise),
        },
        {
          id: 'expected',
          head: t.channels.expected,
          cell: ({ target }) => (target ? <Num>{targetValue(target, f)}</Num> : ''),
          tone: (row) => (missed(row) ? 'under' : undefined),
        },
        {
          id: 'chance',
          head: t.channels.chance,
          cell: ({ target }) =>
            target ? <Num>{f.share(target.value === null ? null : target.chance)}</Num> : '',
        },
        {
          id: 'bullet',
          head: t.channels.range,
          text: true,
          cell: ({ target }) => target && <Bullet target={target} />,
        },
        {
          id: 'model',
          head: t.channels.model,
          text: true,
          cell: ({ result, first }) =>
            first && (
              <Explain
                explanation={{
                  term: t.channels.modelName[result.model],
                  definition: t.channels.modelText[result.model],
                  model: t.channels.modelLimit[result.model],
                }}
              >
                {t.channels.modelName[result.model]}
              </Explain>
            ),
        },
      ]}
    />
  );
}

/** The promise furthest from being kept, by chance; null when all are. */
export function worstPromise(analysis: Analysis): { channel: ChannelAnalysis; target: TargetResult } | null {
  let worst: { channel: ChannelAnalysis; target: TargetResult } | null = null;
  for (const channel of analysis.channels)
    for (const target of channel.targets)
      if (targetMet(target) === false && (worst === null || target.chance < worst.target.chance))
        worst = { channel, target };
  return worst;
}
