/** The name of the scenario, edited in place. */
import { NameField } from '../inputs/name-field.tsx';
import { useLocale } from '../locale.tsx';
import { useApp, useCommands } from '../use-app.ts';

export function ScenarioName() {
  const { t, text } = useLocale();
  const name = useApp((state) => state.scenario.name);
  const commands = useCommands();
  return (
    <NameField
      className="scenario-name"
      label={t.shell.rename}
      value={text(name)}
      onChange={(value) =>
        commands.edit('name', (draft) => {
          draft.name = value;
        })
      }
      onEnd={() => commands.endGesture()}
    />
  );
}
