/** Changes of the plan worth making, by effect, each with its price and a button. */
import type { Action } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName, onChannel } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { Waiting } from '../../page/page.tsx';
import { useCommands } from '../../use-app.ts';
import { capital, when } from '../when.ts';

type ActionListProps = {
  /** Null while they are being looked for. */
  readonly actions: readonly Action[] | null;
  /** As many as room is kept for meanwhile. */
  readonly expected: number;
  readonly scenario: Scenario;
  readonly axis: Axis;
};

export function ActionList({ actions, expected, scenario, axis }: ActionListProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const commands = useCommands();
  if (actions === null)
    return (
      <div aria-busy="true">
        <p className="visually-hidden">{t.overview.findingActions}</p>
        <ol className="actions" aria-hidden="true">
          {Array.from({ length: expected }, (_, action) => (
            <li key={action} className="action action-waiting">
              <Waiting lines={3} />
            </li>
          ))}
        </ol>
      </div>
    );
  if (actions.length === 0) return <p className="quiet-text">{t.overview.noActions}</p>;
  return (
    <ol className="actions">
      {actions.map((action) => {
        const channel = scenario.channels.find(({ id }) => id === action.channel);
        if (!channel) return null;
        const title = t.overview.actionTitle(
          capital(when(action, axis, f)),
          f.agents(Math.max(...action.agents), true),
          onChannel(channel, scenario, locale),
        );
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
              <b className="num">{f.money(Math.round(action.costPerWeek), true)}</b>
            </p>
            <button
              type="button"
              className="button"
              aria-label={t.overview.applyNamed(title)}
              onClick={() => commands.applyAction(action)}
            >
              {t.overview.apply}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
