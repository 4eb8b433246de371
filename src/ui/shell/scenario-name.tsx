/** The name of the scenario, edited in place. */
import { useLocale } from '../locale.tsx';
import { useApp, useCommands } from '../use-app.ts';

export function ScenarioName() {
  const { t, text } = useLocale();
  const name = text(useApp((state) => state.scenario.name));
  const commands = useCommands();
  return (
    <input
      className="scenario-name"
      aria-label={t.shell.rename}
      value={name}
      maxLength={120}
      size={Math.max(8, Math.min(48, name.length))}
      onChange={({ target }) =>
        commands.edit('name', (draft) => {
          draft.name = target.value;
        })
      }
      onBlur={() => commands.endGesture()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
