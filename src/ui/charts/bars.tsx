/** Named amounts as bars with their numbers beside them: a list that is its own table. */
type Bar = {
  readonly name: string;
  readonly value: number;
  /** The number in words, with its unit. */
  readonly shown: string;
  /** A range around it, drawn as a line over the bar's end. */
  readonly low?: number;
  readonly high?: number;
  /** The one the sentence above speaks of. */
  readonly strong?: boolean;
};

type BarsProps = {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** A value to compare with, as a line through all bars. */
  readonly mark?: { readonly value: number; readonly label: string };
};

export function Bars({ label, bars, mark }: BarsProps) {
  const most = Math.max(1e-9, mark?.value ?? 0, ...bars.map(({ value, high }) => Math.max(value, high ?? 0)));
  const at = (value: number): string => `${(100 * Math.max(0, value)) / most}%`;
  return (
    <div className="amounts-frame">
      <ul className="amounts" aria-label={label}>
        {bars.map(({ name, value, shown, low, high, strong }) => (
          <li key={name} className={strong ? 'amount amount-strong' : 'amount'}>
            <span className="amount-name">{name}</span>
            <span className="amount-track" aria-hidden="true">
              <i className="amount-fill" style={{ width: at(value) }} />
              {low !== undefined && high !== undefined && (
                <i className="amount-range" style={{ left: at(low), width: at(high - low) }} />
              )}
              {mark && <i className="amount-mark" style={{ left: at(mark.value) }} />}
            </span>
            <span className="num amount-value">{shown}</span>
          </li>
        ))}
      </ul>
      {mark && (
        <p className="quiet-text">
          <i className="amount-mark-key" aria-hidden="true" /> {mark.label}
        </p>
      )}
    </div>
  );
}
