/** Changes of the plan worth making, by effect, each with its price and a button. */
import { useEffect, useMemo, useRef } from 'react';
import type { Action } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import type { Probability } from '../../../units.ts';
import { channelName, onChannel } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { Waiting } from '../../page/page.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { compareTargets } from '../simulation/comparison.ts';
import { capital, when } from '../when.ts';
import { contradictedChannels } from './contradicted.ts';
import type { WholeRequirement } from './whole-requirement.ts';

type ActionListProps = {
  /** Null while they are being looked for. */
  readonly actions: readonly Action[] | null;
  /** Whether there are others, none of which changes a chance as it is shown. */
  readonly unseen: boolean;
  /** As many as room is kept for meanwhile. */
  readonly expected: number;
  /** The whole requirement, where the actions are not enough; undefined while that is found out. */
  readonly whole: WholeRequirement | null | undefined;
  /** Chance of all targets as planned. */
  readonly now: Probability;
  readonly scenario: Scenario;
  readonly axis: Axis;
};

export function ActionList(props: ActionListProps) {
  const { actions, unseen, expected, whole, now, scenario, axis } = props;
  const locale = useLocale();
  const { t, f } = locale;
  const commands = useCommands();
  const contradicted = useContradicted(scenario);
  const box = useRef<HTMLDivElement>(null);
  const applied = useRef(false);
  useEffect(() => {
    // The button pressed has gone: the next one takes its place, unless the reader went elsewhere meanwhile.
    if (!applied.current || actions === null) return;
    applied.current = false;
    if (document.activeElement === box.current) box.current?.querySelector('button')?.focus();
  }, [actions]);
  function apply(change: () => void): void {
    change();
    applied.current = true;
    box.current?.focus();
  }
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={t.overview.actions} aria-busy={actions === null}>
      {actions === null ? (
        <>
          <p className="visually-hidden">{t.overview.findingActions}</p>
          <ol className="actions" aria-hidden="true">
            {Array.from({ length: expected }, (_, action) => (
              <li key={action} className="action action-waiting">
                <Waiting lines={3} />
              </li>
            ))}
            {whole === undefined && <WaitingWhole />}
          </ol>
        </>
      ) : actions.length === 0 && whole === null ? (
        <p className="quiet-text">{unseen ? t.overview.noVisibleActions : t.overview.noActions}</p>
      ) : (
        <ol className="actions">
          {actions.map((action) => {
            const channel = scenario.channels.find(({ id }) => id === action.channel);
            if (!channel) return null;
            const title = t.overview.actionTitle(
              capital(when(action, axis, f)),
              f.agents(Math.max(...action.agents), true),
              onChannel(channel, scenario, locale),
            );
            const met = contradicted.get(action.channel);
            return (
              <li key={`${action.channel}-${action.from}`} className="action">
                <h3>{title}</h3>
                <p className="action-facts">
                  <span>
                    {t.overview.actionEffect(
                      channelName(channel, scenario, locale),
                      f.share(action.chanceBefore),
                      f.share(action.chanceAfter),
                    )}
                  </span>
                  <b className="num">
                    {t.overview.staffPrice(f.money(Math.round(action.costPerWeek), true))}
                  </b>
                </p>
                <PriceInAll staff={action.costPerWeek} all={action.costPerWeek + action.lostPerWeek} />
                {met !== undefined && (
                  <p className="quiet-text">{t.overview.contradicted(met, f.share(met))}</p>
                )}
                <button
                  type="button"
                  className="button"
                  aria-label={t.overview.applyNamed(title)}
                  onClick={() => apply(() => commands.applyAction(action))}
                >
                  {t.overview.apply}
                </button>
              </li>
            );
          })}
          {/* Last: it is known last, and moves nothing that a hand is on its way to. */}
          {whole === undefined && <WaitingWhole />}
          {whole && (
            <WholeAction
              whole={whole}
              now={now}
              scenario={scenario}
              onApply={() => apply(() => commands.applyRequirement('assured'))}
            />
          )}
        </ol>
      )}
    </div>
  );
}

/** The room that the last card will take. */
function WaitingWhole() {
  return (
    <li className="action action-waiting action-waiting-whole" aria-hidden="true">
      <Waiting lines={6} />
    </li>
  );
}

const NONE: ReadonlyMap<string, Probability> = new Map();

/** Channels that the finished simulation of this very plan finds staffed well enough. */
function useContradicted(scenario: Scenario): ReadonlyMap<string, Probability> {
  const analysis = useApp((state) => state.analysis);
  const pending = useApp((state) => state.analysisPending);
  const { summary, of, status } = useApp((state) => state.simulation);
  return useMemo(
    () =>
      analysis && summary && status === 'done' && of === scenario && !pending
        ? contradictedChannels(compareTargets(analysis.channels, summary), scenario.assurance)
        : NONE,
    [analysis, summary, status, of, scenario, pending],
  );
}

type WholeActionProps = {
  readonly whole: WholeRequirement;
  readonly now: Probability;
  readonly scenario: Scenario;
  readonly onApply: () => void;
};

/** Said where contacts lost make it another price than that of the staff. */
function PriceInAll({ staff, all }: { readonly staff: number; readonly all: number }) {
  const { t, f } = useLocale();
  if (Math.round(all) === Math.round(staff)) return null;
  return <p className="quiet-text">{t.overview.priceInAll(f.money(Math.round(all), true))}</p>;
}

/** The requirement of every group at once. */
function WholeAction({ whole, now, scenario, onApply }: WholeActionProps) {
  const { t, f, text } = useLocale();
  const byShifts = scenario.groups.filter(({ staffing }) => staffing.kind === 'shifts');
  const title = t.overview.wholeTitle(f.fteChange(whole.fte));
  return (
    <li className="action">
      <h3>{title}</h3>
      <p className="action-facts">
        <span>{t.overview.actionEffect(t.overview.allTargets, f.share(now), f.share(whole.chance))}</span>
        <b className="num">{t.overview.staffPrice(f.money(Math.round(whole.staffPerWeek), true))}</b>
      </p>
      <PriceInAll staff={whole.staffPerWeek} all={whole.costPerWeek} />
      {byShifts.length > 0 && (
        <p className="quiet-text">
          {t.staffing.applyShifts(byShifts.length, byShifts.map(({ name }) => text(name)).join(', '))}
        </p>
      )}
      <button
        type="button"
        className="button button-primary"
        aria-label={t.overview.applyNamed(title)}
        onClick={onApply}
      >
        {t.overview.apply}
      </button>
    </li>
  );
}
