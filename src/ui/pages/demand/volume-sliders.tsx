/** What if more or fewer contacts came: one slider for all channels, one for each. */
import { memo } from 'react';
import { channelName } from '../../channel-name.ts';
import { Slider } from '../../inputs/slider.tsx';
import { useLocale } from '../../locale.tsx';
import { useApp, useCommands } from '../../use-app.ts';

const LEAST = 0.5;
const MOST = 2;

/** Follows the document by itself: the page around it need not be drawn for a slider to move. */
export const VolumeSliders = memo(function VolumeSliders() {
  const locale = useLocale();
  const { t, f } = locale;
  const commands = useCommands();
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline.scenario);
  const set = (id: string | null, factor: number) =>
    commands.edit(`volume ${id ?? ''}`, (draft) => {
      for (const channel of draft.channels)
        if (id === null || channel.id === id) channel.volumeFactor = factor;
    });
  const factors = scenario.channels.map(({ volumeFactor }) => volumeFactor);
  const common = factors.every((factor) => factor === factors[0]) ? (factors[0] ?? 1) : null;
  return (
    <div className="slider-list">
      {scenario.channels.length > 1 && (
        <Slider
          label={t.demand.allVolumes}
          value={common ?? factors.reduce((a, b) => a + b, 0) / Math.max(1, factors.length)}
          min={LEAST}
          max={MOST}
          step={0.01}
          format={f.change}
          onChange={(factor) => set(null, factor)}
          onEnd={() => commands.endGesture()}
        />
      )}
      {scenario.channels.map((channel) => (
        <Slider
          key={channel.id}
          label={channelName(channel, scenario, locale)}
          value={channel.volumeFactor}
          min={LEAST}
          max={MOST}
          step={0.01}
          format={f.change}
          baseline={baseline.channels.find(({ id }) => id === channel.id)?.volumeFactor}
          onChange={(factor) => set(channel.id, factor)}
          onEnd={() => commands.endGesture()}
        />
      ))}
    </div>
  );
});
