/** A name edited in place. A name cannot be empty: what is cleared and left shows the old one again. */
import { useState } from 'react';

type NameFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly onEnd: () => void;
  /** A look of its own; by default that of every other field. */
  readonly className?: string;
};

const LONGEST = 120;

export function NameField({ label, value, onChange, onEnd, className }: NameFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const input = (
    <input
      className={className ?? 'field-input'}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      value={shown}
      maxLength={LONGEST}
      size={Math.max(8, Math.min(48, shown.length))}
      onChange={({ target }) => {
        setDraft(target.value);
        if (target.value.trim() !== '') onChange(target.value);
      }}
      onBlur={() => {
        setDraft(null);
        onEnd();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
  return className === undefined ? <span className="field-box name-field">{input}</span> : input;
}
