/** A native range with its value in words and a tick where the baseline stands. */
import { useId } from 'react';
import { useLocale } from '../locale.tsx';

export type SliderProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Called when the handle is let go: closes the undo step. */
  readonly onEnd?: (() => void) | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: (value: number) => string;
  readonly baseline?: number | undefined;
};

export function Slider({ label, value, onChange, onEnd, min, max, step, format, baseline }: SliderProps) {
  const id = useId();
  const { t } = useLocale();
  const at = (number: number): number => Math.min(1, Math.max(0, (number - min) / (max - min)));
  const changed = baseline !== undefined && Math.abs(baseline - value) > step / 2;
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="num" title={changed ? t.inputs.baseline(format(baseline)) : undefined}>
        {format(value)}
      </output>
      <span className="slider-track" style={{ '--at': at(value), '--tick': at(baseline ?? min) }}>
        {baseline !== undefined && <i className="slider-baseline" aria-hidden="true" />}
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={
            changed ? `${format(value)}, ${t.inputs.baseline(format(baseline))}` : format(value)
          }
          onChange={(event) => onChange(event.target.valueAsNumber)}
          onPointerUp={onEnd}
          onKeyUp={onEnd}
          onBlur={onEnd}
        />
      </span>
    </div>
  );
}
