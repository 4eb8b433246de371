/** Start, watch and stop a run; how many replications, and from which seed. */
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { NumberField } from '../../inputs/number-field.tsx';
import { useLocale } from '../../locale.tsx';
import { SideGroup } from '../../page/page.tsx';
import { useApp, useCommands } from '../../use-app.ts';

const CHOICES: readonly string[] = ['40', '100', '400', '1000'];

export function RunPanel() {
  const { t, f } = useLocale();
  const commands = useCommands();
  const { seed, replications } = useApp((state) => state.scenario.simulation);
  const simulation = useApp((state) => state.simulation);
  const running = simulation.status === 'running';
  const share = simulation.total > 0 ? simulation.done / simulation.total : 0;
  const options = CHOICES.includes(String(replications)) ? CHOICES : [String(replications), ...CHOICES];
  return (
    <SideGroup title={t.simulation.run}>
      <div className="run-panel">
        <SegmentedControl
          label={t.simulation.replications}
          value={String(replications)}
          onChange={(value) => {
            commands.edit('replications', (draft) => {
              draft.simulation.replications = Number(value);
            });
            commands.endGesture();
            commands.simulate(Number(value));
          }}
          options={options.map((value) => ({ value, label: f.number(Number(value), 0) }))}
        />
        <p className="quiet-text">{t.simulation.replicationsNote}</p>
        <NumberField
          label={t.simulation.seed}
          value={seed}
          min={0}
          max={4_294_967_295}
          whole
          plain
          digits={0}
          onChange={(value) =>
            commands.edit('seed', (draft) => {
              draft.simulation.seed = value;
            })
          }
          onEnd={() => commands.endGesture()}
        />
        <progress
          className="run-progress"
          aria-label={t.simulation.progress}
          max={1}
          value={running ? share : simulation.status === 'done' ? 1 : 0}
        />
        <p className="quiet-text" role="status">
          {t.simulation.status[simulation.status](
            f.number(simulation.done, 0),
            f.number(simulation.total || replications, 0),
          )}
        </p>
        {running ? (
          <button type="button" className="button" onClick={() => commands.cancelSimulation()}>
            {t.simulation.cancel}
          </button>
        ) : (
          <button type="button" className="button button-primary" onClick={() => commands.simulate()}>
            {t.simulation.again}
          </button>
        )}
      </div>
    </SideGroup>
  );
}
