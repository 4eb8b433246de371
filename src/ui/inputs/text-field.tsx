/**
 * A line of text, a date with a time, a formula: what is not accepted stays in the field, is
 * named, and changes nothing.
 */
import { useId, useState } from 'react';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnd?: (() => void) | undefined;
  /** Why this text is not accepted; null when it is. */
  readonly problem?: (text: string) => string | null;
  readonly type?: 'text' | 'datetime-local' | 'date' | 'time';
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
  readonly code?: boolean;
};

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, onEnd, problem, type = 'text', hint, placeholder, hideLabel, code } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const error = draft === null ? null : (problem?.(draft) ?? null);
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <span className="field-box">
        <input
          id={id}
          className={code ? 'field-input formula' : 'field-input'}
          type={type}
          autoComplete="off"
          spellCheck={false}
          value={draft ?? value}
          placeholder={placeholder}
          aria-invalid={error !== null}
          aria-describedby={described || undefined}
          onChange={(event) => {
            const text = event.target.value;
            setDraft(text);
            if ((problem?.(text) ?? null) === null) onChange(text);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || error === null) return;
            event.stopPropagation();
            setDraft(null);
          }}
          onBlur={() => {
            if (error === null) setDraft(null);
            onEnd?.();
          }}
        />
      </span>
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
