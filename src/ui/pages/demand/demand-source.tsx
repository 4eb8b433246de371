/** Where a channel's figures come from, and how far a day may swing. */
import type { Draft } from 'immer';
import type { Demand } from '../../../scenario/schema-demand.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { Explain } from '../../inputs/explain.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import { modelName } from './demand-text.ts';

export function DemandSource({ channel }: { readonly channel: Channel }) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const commands = useCommands();
  const { source, dayFactorCv, levelCv = 0 } = channel.demand;
  const change = (field: string, to: (demand: Draft<Demand>) => void) =>
    commands.edit(`${field} ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id);
      if (target) to(target.demand);
    });
  return (
    <div className="source">
      {source.kind === 'forecast' && (
        <>
          <p>
            {t.demand.sourceForecast(
              modelName(source.model, locale),
              source.history.file,
              f.date(source.history.from),
              f.date(source.history.to),
            )}
          </p>
          {source.backtest && (
            <p className="quiet-text">
              {t.demand.sourceError(f.share(source.backtest.wape, 1), f.share(source.backtest.coverage80))}
            </p>
          )}
          <p className="quiet-text">{t.demand.sourceStays}</p>
        </>
      )}
      {source.kind === 'profile' && (
        <p>
          {t.demand.sourceProfile} {source.note && text(source.note)}
        </p>
      )}
      {source.kind === 'typed' && <p>{t.demand.sourceTyped}</p>}
      <div className="swing">
        <ShareField
          label={t.demand.dailySwing}
          value={dayFactorCv}
          max={3}
          onChange={(value) =>
            change('swing', (demand) => {
              demand.dayFactorCv = value;
            })
          }
          onEnd={() => commands.endGesture()}
        />
        <Explain explanation={{ term: t.demand.dailySwing, definition: t.demand.dailySwingText }} />
      </div>
      <div className="swing">
        <ShareField
          label={t.demand.level}
          value={levelCv}
          max={3}
          onChange={(value) =>
            change('level', (demand) => {
              if (value > 0) demand.levelCv = value;
              else delete demand.levelCv;
            })
          }
          onEnd={() => commands.endGesture()}
        />
        <Explain explanation={{ term: t.demand.level, definition: t.demand.levelText }} />
      </div>
    </div>
  );
}
