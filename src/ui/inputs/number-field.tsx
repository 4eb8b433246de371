/**
 * A number as the trade types it: the language's decimal mark, arrow keys, a unit behind, an error
 * tied to the field. What cannot be read stays in the field, is named, and changes nothing.
 */
import { useId, useState, type KeyboardEvent } from 'react';
import { useLocale } from '../locale.tsx';
import { parseNumber } from './parse-number.ts';

export type NumberFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Called when the field is left: closes the undo step. */
  readonly onEnd?: (() => void) | undefined;
  readonly min?: number;
  readonly max?: number;
  /** Why there can be no more than `max`, where that is no matter of course. */
  readonly whyMax?: string | undefined;
  readonly step?: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
  /** A name rather than an amount (a seed): no thousands separators. */
  readonly plain?: boolean;
  readonly unit?: string;
  /** Shown number = value × scale: 100 for a share shown in percent, 1/60 for seconds shown in minutes. */
  readonly scale?: number;
  readonly digits?: number;
  /** Accept `5:12` for 312. */
  readonly clock?: boolean;
  readonly hint?: string;
  /** Label for screen readers only, where a table header already names the column. */
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
};

export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, onEnd, min, max, whyMax, unit, hint, hideLabel, disabled } = props;
  const { step = 1, scale = 1, digits = 2, clock = false, whole = false, plain = false } = props;
  const { t, f, locale } = useLocale();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = plain ? String(value * scale) : f.number(value * scale, digits);
  const error = draft === null ? null : problem(draft);

  function problem(text: string): string | null {
    const parsed = parseNumber(text, locale, clock);
    if (parsed === null) return t.inputs.notANumber;
    // A limit is named as it can be typed: of the digits shown, the first within it.
    const unitsPer = 10 ** digits;
    if (min !== undefined && parsed / scale < min - 1e-9)
      return t.inputs.tooSmall(f.number(Math.ceil(min * scale * unitsPer - 1e-6) / unitsPer, digits));
    if (max !== undefined && parsed / scale > max + 1e-9)
      return [
        t.inputs.tooLarge(f.number(Math.floor(max * scale * unitsPer + 1e-6) / unitsPer, digits)),
        whyMax,
      ]
        .filter(Boolean)
        .join(' ');
    if (whole && !Number.isInteger(parsed)) return t.inputs.notWhole;
    return null;
  }

  function type(text: string): void {
    setDraft(text);
    const parsed = parseNumber(text, locale, clock);
    if (parsed !== null && problem(text) === null) onChange(parsed / scale);
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') leave();
    if (event.key === 'Escape' && error !== null) {
      // back to the last number accepted; whatever holds the field stays open
      event.stopPropagation();
      setDraft(null);
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const change = (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1);
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, roundTo(value + change, step)));
    setDraft(null);
    onChange(next);
  }

  function leave(): void {
    if (error === null) setDraft(null);
    onEnd?.();
  }

  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <span className="field-box">
        <input
          id={id}
          className="field-input"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          value={draft ?? shown}
          aria-invalid={error !== null}
          aria-describedby={described || undefined}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onFocus={(event) => event.target.select()}
          onBlur={leave}
        />
        {unit && <span className="field-unit">{unit}</span>}
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

/** Onto the grid of the step, without the tail of binary fractions (0.1 + 0.2). */
function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
