/** Where the plan stands, always on screen: one tile per channel, then heads, FTE and cost per week. */
import { memo } from 'react';
import type { ChannelAnalysis } from '../../scenario/analysis.ts';
import { isForeseen } from '../../scenario/left-over.ts';
import type { Probability } from '../../units.ts';
import { explainTarget } from '../explain-target.ts';
import { Explain } from '../inputs/explain.tsx';
import { channelName } from '../channel-name.ts';
import { Num, useLocale } from '../locale.tsx';
import {
  decidingTarget,
  targetGoal,
  targetMet,
  targetRange,
  targetSentence,
  targetValue,
} from '../target-text.ts';
import { useAnalysis, useApp } from '../use-app.ts';
import { Waiting } from '../page/page.tsx';

export function VerdictStrip() {
  const scenario = useApp((state) => state.scenario);
  const analysis = useAnalysis();
  const baseline = useApp((state) => state.baselineAnalysis);
  /** The figures are of the document before the last edit. */
  const pending = useApp((state) => state.analysisPending);
  const locale = useLocale();
  const { t, f } = locale;
  // Whom the callbacks will call nobody expects before the simulation: its page judges them.
  const channels = scenario.channels.filter(({ kind }) => kind !== 'selfService' && kind !== 'callback');
  const now = analysis?.totals;
  const then = baseline?.totals;
  const baselineCurrency = useApp((state) => state.baseline.scenario.currency);
  const sameCurrency = baselineCurrency === scenario.currency;
  return (
    <section className="strip" aria-label={t.shell.verdict} aria-busy={pending} tabIndex={0}>
      <ul className="strip-tiles">
        {channels.map((channel) => (
          <ChannelTile
            key={channel.id}
            name={channelName(channel, scenario, locale)}
            result={analysis?.channels.find(({ id }) => id === channel.id)}
            assurance={scenario.assurance}
          />
        ))}
        <TotalTile
          label={t.shell.agents}
          title={t.shell.peakAgents}
          value={now && f.agents(now.peakAgents)}
          change={now && then && f.agents(now.peakAgents - then.peakAgents, true)}
        />
        <TotalTile
          label={t.shell.fte}
          value={now && f.fte(now.plan.fte)}
          change={now && then && f.fte(now.plan.fte - then.plan.fte, true)}
        />
        <TotalTile
          label={t.shell.costPerWeek}
          value={now && f.money(Math.round(now.costPerWeek))}
          title={t.shell.costOf}
          change={
            now && then && sameCurrency
              ? f.money(Math.round(now.costPerWeek - then.costPerWeek), true)
              : undefined
          }
          note={sameCurrency ? undefined : t.shell.baselineIn(baselineCurrency)}
        />
      </ul>
    </section>
  );
}

type ChannelTileProps = {
  readonly name: string;
  readonly assurance: Probability;
  readonly result: ChannelAnalysis | undefined;
};

/** Drawn with its figures, not with the edits they wait for. */
const ChannelTile = memo(function ChannelTile({ name, assurance, result }: ChannelTileProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const target = result && decidingTarget(result.targets);
  const missed = target !== undefined && targetMet(target) === false;
  return (
    <li className={missed ? 'tile tile-missed' : 'tile'}>
      <p className="tile-head">
        <span className="tile-name">{name}</span>
        {target && (
          <abbr className="tile-goal" title={targetSentence(target, t, f)}>
            {targetGoal(target, t, f)}
          </abbr>
        )}
      </p>
      {target && result ? (
        <>
          <p className="tile-value">
            <Explain explanation={explainTarget(target, result.model, locale)}>
              <Num>{targetValue(target, f)}</Num>
              {missed && <span className="visually-hidden"> {t.shell.missed}</span>}
            </Explain>{' '}
            <span className="tile-range">{targetRange(target, f)}</span>
          </p>
          {isForeseen(result) ? (
            <>
              <ChanceBar chance={result.chance} assurance={assurance} />
              <p className="tile-foot">{t.shell.metIn(f.share(result.chance))}</p>
            </>
          ) : (
            <p className="tile-foot">{t.shell.noContacts}</p>
          )}
        </>
      ) : (
        <Waiting lines={2} />
      )}
    </li>
  );
});

type ChanceBarProps = { readonly chance: number; readonly assurance: number };

/** Chance of meeting every target, with a tick at the chance that is wanted; hatched below it. */
export function ChanceBar({ chance, assurance }: ChanceBarProps) {
  const low = chance < assurance;
  return (
    <svg className={low ? 'chance chance-low' : 'chance'} width="100%" height="8" aria-hidden="true">
      <rect className="chance-track" y="2" width="100%" height="4" rx="2" />
      <rect className="chance-bar" y="2" width={`${chance * 100}%`} height="4" rx="2" />
      <rect className="chance-tick" x={`${assurance * 100}%`} width="1.5" height="8" />
    </svg>
  );
}

type TotalTileProps = {
  readonly label: string;
  readonly title?: string;
  readonly value: string | undefined;
  /** Difference to the baseline, signed. */
  readonly change: string | undefined;
  /** Why there is no difference. */
  readonly note?: string | undefined;
};

const TotalTile = memo(function TotalTile({ label, title, value, change, note }: TotalTileProps) {
  const { t } = useLocale();
  return (
    <li className="tile tile-total" title={title}>
      <p className="tile-head">{label}</p>
      {value === undefined ? (
        <Waiting lines={2} />
      ) : (
        <>
          <p className="tile-value">
            <Num>{value}</Num>
          </p>
          <p className="tile-foot">{note ?? (isNoChange(change) ? t.shell.sameAsBaseline : change)}</p>
        </>
      )}
    </li>
  );
});

function isNoChange(change: string | undefined): boolean {
  return change !== undefined && !/[1-9]/.test(change);
}
