/** Start, watch and stop a run: how many replications or how much precision, from which seed, at what price. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { isLong, runBudget, shortened, workersFor } from '../../../app/simulation-budget.ts';
import type { Precision } from '../../../app/store.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { useLocale } from '../../locale.tsx';
import { Notice, SideGroup } from '../../page/page.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { RunStatus } from './run-status.tsx';

const CHOICES: readonly string[] = ['40', '100', '400', '1000'];
/** Milliseconds without a key. */
const REST = 400;
const FIRST_PRECISION: Precision = { halfWidth: 0.005, atMost: 2000 };

export function RunPanel() {
  const { t, f } = useLocale();
  const commands = useCommands();
  const replications = useApp((state) => state.scenario.simulation.replications);
  const precision = useApp((state) => state.precision);
  const running = useApp((state) => state.simulation.status === 'running');
  const options = CHOICES.includes(String(replications)) ? CHOICES : [String(replications), ...CHOICES];
  const setPrecision = (change: Partial<Precision>): void =>
    commands.setPrecision({ ...(precision ?? FIRST_PRECISION), ...change });
  return (
    <SideGroup title={t.simulation.run}>
      <div className="run-panel">
        <div className="run-choice">
          <span className="quiet-text">{t.simulation.stopWhen}</span>
          <SegmentedControl
            label={t.simulation.stopWhen}
            value={precision ? 'precision' : 'number'}
            onChange={(value) => commands.setPrecision(value === 'number' ? null : FIRST_PRECISION)}
            options={[
              { value: 'number', label: t.simulation.stopAtNumber },
              { value: 'precision', label: t.simulation.stopAtPrecision },
            ]}
          />
        </div>
        {precision ? (
          <>
            <NumberField
              label={t.simulation.halfWidth}
              value={precision.halfWidth}
              scale={100}
              min={0.0005}
              max={0.1}
              digits={2}
              unit={t.simulation.pointsUnit}
              onChange={(halfWidth) => setPrecision({ halfWidth })}
            />
            <NumberField
              label={t.simulation.atMost}
              value={precision.atMost}
              min={64}
              max={100_000}
              whole
              digits={0}
              onChange={(atMost) => setPrecision({ atMost })}
            />
            <p className="quiet-text">{t.simulation.precisionNote}</p>
          </>
        ) : (
          <>
            <SegmentedControl
              label={t.simulation.replications}
              value={String(replications)}
              onChange={(value) => {
                commands.edit('replications', (draft) => {
                  draft.simulation.replications = Number(value);
                });
                commands.endGesture();
              }}
              options={options.map((value) => ({ value, label: f.number(Number(value), 0) }))}
            />
            <p className="quiet-text">{t.simulation.replicationsNote}</p>
          </>
        )}
        <SeedField />
        <RunStatus />
        {running ? (
          <button type="button" className="button" onClick={() => commands.cancelSimulation()}>
            {t.simulation.cancel}
          </button>
        ) : (
          <RunButtons />
        )}
      </div>
    </SideGroup>
  );
}

/** The seed changes the document once typing rests: a new seed makes everything simulated an older plan's. */
function SeedField() {
  const { t } = useLocale();
  const commands = useCommands();
  const seed = useApp((state) => state.scenario.simulation.seed);
  const [typed, setTyped] = useState<number | null>(null);
  const commit = useEffectEvent(() => {
    if (typed !== null && typed !== seed)
      commands.edit('seed', (draft) => {
        draft.simulation.seed = typed;
      });
    commands.endGesture();
    setTyped(null);
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => commit(), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <NumberField
      label={t.simulation.seed}
      value={typed ?? seed}
      min={0}
      max={4_294_967_295}
      whole
      plain
      digits={0}
      onChange={setTyped}
    />
  );
}

/** What a run will take, and a way to take less. */
function RunButtons() {
  const { t, f } = useLocale();
  const commands = useCommands();
  const analysis = useApp((state) => state.analysis);
  const scenario = useApp((state) => state.scenario);
  const asked = useApp((state) => state.precision?.atMost ?? state.scenario.simulation.replications);
  const precise = useApp((state) => state.precision !== null);
  const pace = useApp((state) => state.simulation.pace) ?? undefined;
  const status = useApp((state) => state.simulation.status);
  const price = useMemo(() => {
    if (!analysis) return null;
    const machine = { workers: workersFor(navigator.hardwareConcurrency), pace };
    const cost = (count: number) => runBudget(scenario, analysis, count, machine);
    const fewer = shortened(cost);
    return { budget: cost(asked), fewer, fewerSeconds: cost(fewer).seconds };
  }, [scenario, analysis, asked, pace]);
  if (!price) return null;
  const time = f.duration(Math.max(1, price.budget.seconds));
  const memory = t.simulation.megabytes(f.number(Math.max(1, price.budget.bytes / 1e6), 0));
  const long = isLong(price.budget);
  return (
    <>
      <p className="quiet-text">
        {(precise ? t.simulation.budgetAtMost : t.simulation.budget)(time, memory)}
      </p>
      {long && (
        <Notice kind="overload">
          <p>{t.simulation.tooLong(time, memory)}</p>
        </Notice>
      )}
      {long && price.fewer < asked && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => commands.simulate(price.fewer)}
        >
          {t.simulation.shorten(f.number(price.fewer, 0), f.duration(Math.max(1, price.fewerSeconds)))}
        </button>
      )}
      <button
        type="button"
        className={long ? 'button' : 'button button-primary'}
        onClick={() => commands.simulate()}
      >
        {long || status === 'held' ? t.simulation.runAll(f.number(asked, 0)) : t.simulation.again}
      </button>
    </>
  );
}
