/** How a log's columns were read, in a line; open, with every guess to be corrected, where one is doubtful. */
import { useState } from 'react';
import type { LogCommands } from '../../../app/log-driver.ts';
import type { LogLook } from '../../../app/log-session.ts';
import { isSecret } from '../../../history/mapping.ts';
import { useLocale } from '../../locale.tsx';
import { isUnsure, MappingForm } from '../demand/mapping-form.tsx';
import { useLogWords } from './use-log-words.ts';

type LogColumnsProps = {
  readonly look: LogLook;
  /** It could not be read so. */
  readonly refused: boolean;
  /** What is played was read from this file. */
  readonly isRead: boolean;
  readonly commands: LogCommands;
};

export function LogColumns({ look, refused, isRead, commands }: LogColumnsProps) {
  const { t } = useLocale();
  const w = useLogWords();
  const doubtful = isDoubtful(look);
  const [open, setOpen] = useState(refused || doubtful);
  const [seen, setSeen] = useState(look.mapping);
  const { columns } = look.mapping;
  const said = columns.flatMap(({ role }, index) => {
    if (role === 'ignore' || isSecret(role)) return [];
    const heading = look.preview.header[index] || t.demand.columnNumber(String(index + 1));
    return [w.columnAs(t.demand.roles[role], heading)];
  });
  const changed = look.mapping !== seen;
  return (
    <details className="log-columns" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {w.readAs(said.join(', '))} <span className="log-change">{w.change}</span>
      </summary>
      {open && (
        <div className="log-form">
          {doubtful && <p>{w.doubtful}</p>}
          <MappingForm look={look} commands={commands} asLog />
          <div className="button-row">
            <button
              type="button"
              className={changed || !isRead ? 'button button-primary' : 'button'}
              disabled={look.previewing}
              onClick={() => {
                setSeen(look.mapping);
                setOpen(false);
                commands.readAgain();
              }}
            >
              {w.readAgain}
            </button>
          </div>
        </div>
      )}
    </details>
  );
}

/** A guess that stands and may be wrong: what its columns say, or the order of day and month. */
function isDoubtful({ guess, mapping }: LogLook): boolean {
  const { dateOrder, decimal } = guess;
  return (
    mapping.columns.some(({ role }, index) => role !== 'ignore' && isUnsure(guess.columns[index], role)) ||
    (dateOrder.confidence < UNSURE && mapping.dateOrder === dateOrder.value) ||
    (decimal.confidence < UNSURE && mapping.decimal === decimal.value)
  );
}

const UNSURE = 0.7;
