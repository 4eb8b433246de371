/** One choice of several in the browser's own list. */
import { useId } from 'react';

export type Choice<Value extends string> = { readonly value: Value; readonly label: string };

type SelectFieldProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
  /** A short remark behind the label: "unsure". */
  readonly note?: string | undefined;
  /** A remark below the list. */
  readonly hint?: string | undefined;
};

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, options, onChange, hideLabel, note, hint } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
        {note && <em className="field-unsure"> {note}</em>}
      </label>
      <span className="field-box">
        <select
          id={id}
          className="select"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
    </div>
  );
}
