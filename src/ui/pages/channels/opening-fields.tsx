/** Opening hours, one line per weekday, as people write them. */
import type { Channel } from '../../../scenario/schema.ts';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { capital } from '../when.ts';
import { overMidnight, parseSpans, spansText } from './opening-text.ts';
import { useChannelEdit } from './use-channel-edit.ts';

export function OpeningFields({ channel }: { readonly channel: Channel }) {
  const { t, f } = useLocale();
  const edit = useChannelEdit(channel.id);
  const problem = (text: string): string => {
    const night = overMidnight(text);
    return night ? t.channels.openingNight(night.from, night.to) : t.channels.openingProblem;
  };
  return (
    <fieldset className="channel-part">
      <legend className="section-title">{t.channels.opening}</legend>
      <p className="field-note">{t.channels.openingHint}</p>
      <div className="opening">
        {channel.open.map((spans, weekday) => (
          <TextField
            // oxlint-disable-next-line react/no-array-index-key -- a weekday is its place
            key={weekday}
            // 2024-01-01 was a Monday
            label={capital(f.weekday(`2024-01-0${weekday + 1}`))}
            value={spansText(spans)}
            problem={(text) => (parseSpans(text) === null ? problem(text) : null)}
            onChange={(text) => {
              const parsed = parseSpans(text);
              if (parsed === null) return;
              edit.change(`open ${weekday}`, (draft) => {
                draft.open[weekday] = parsed.map(([from, to]) => [from, to]);
              });
            }}
            onEnd={edit.end}
          />
        ))}
      </div>
      <button
        type="button"
        className="button"
        onClick={() =>
          edit.set('open all', (draft) => {
            const [monday = []] = draft.open;
            draft.open = draft.open.map(() => monday.map(([from, to]) => [from, to]));
          })
        }
      >
        {t.channels.allDays}
      </button>
    </fieldset>
  );
}
