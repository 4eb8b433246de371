/** Says what an import has just changed, with the way back; silent over a document it did not change. */
import { stillApplied } from '../../../app/import-plan.ts';
import type { Applied } from '../../../app/import-session.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { CloseIcon } from '../../shell/icons.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { droppedText } from './dropped-text.ts';
import { useWords } from './use-words.ts';

type AppliedNoticeProps = { readonly applied: Applied; readonly onClose: () => void };

export function AppliedNotice({ applied, onClose }: AppliedNoticeProps) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const w = useWords();
  const commands = useCommands();
  const scenario = useApp((state) => state.scenario);
  // the offer to undo holds only as long as undoing would undo the import
  const undoable = useApp((state) => state.document.past.at(-1)?.key === 'import');
  if (!stillApplied(applied, scenario)) return null;
  const names = scenario.channels
    .filter(({ id }) => applied.channels.includes(id))
    .map((channel) => channelName(channel, scenario, locale));
  const left = applied.channels.flatMap((id, index) => {
    const channel = scenario.channels.find((each) => each.id === id);
    const name = channel ? channelName(channel, scenario, locale) : id;
    return (
      droppedText(
        name,
        applied.dropped[index] ?? { decisions: 0 },
        scenario.calendar.intervalMinutes,
        w,
        locale,
      ) ?? []
    );
  });
  return (
    <div className="undo-note" role="status">
      <p>
        {t.demand.applied(applied.file, names.join(', '))}{' '}
        {applied.start !== null && t.demand.appliedStart(f.date(applied.start))} {left.join(' ')}{' '}
        {applied.eventsGone.length > 0 && t.demand.eventsGone(applied.eventsGone.map(text).join(', '))}
      </p>
      {undoable && (
        <button
          type="button"
          className="button"
          onClick={() => {
            commands.undo();
            onClose();
          }}
        >
          {t.demand.undo}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t.demand.dismiss} onClick={onClose}>
        <CloseIcon />
      </button>
    </div>
  );
}
