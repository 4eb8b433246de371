/** Says what has just been removed, with the way back; silent until then. */
import { useEffect, useRef } from 'react';
import type { Scenario } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { useApp, useCommands } from '../../use-app.ts';

/** What was called so is gone from the document `after`. */
export type Removal = {
  readonly name: string;
  readonly after: Scenario;
  /** What else has changed by it, as a sentence. */
  readonly also?: string | null;
};

export function RemovedNotice({ removal }: { readonly removal: Removal | null }) {
  const { t } = useLocale();
  const commands = useCommands();
  const scenario = useApp((state) => state.scenario);
  const undo = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  // The offer holds only as long as undoing would undo the removal.
  const removed = removal !== null && removal.after === scenario;
  useEffect(() => {
    // What was pressed may have gone with it.
    if (removed) undo.current?.focus();
  }, [removed]);
  return (
    <div ref={note} className="undo-note" role="status" aria-label={t.channels.removal} tabIndex={-1}>
      {removed && (
        <>
          <p>
            {t.channels.removed(removal.name)} {removal.also}
          </p>
          <button
            ref={undo}
            type="button"
            className="button"
            onClick={() => {
              note.current?.focus(); // the button goes
              commands.undo();
            }}
          >
            {t.shell.undo}
          </button>
        </>
      )}
    </div>
  );
}
