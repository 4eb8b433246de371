/** Seconds, also typed as `5:12`; from none to a day unless said otherwise. */
import { NumberField, type NumberFieldProps } from './number-field.tsx';

type SecondsFieldProps = Omit<NumberFieldProps, 'scale' | 'unit' | 'whole' | 'plain' | 'clock'>;

const A_DAY = 86_400;

export function SecondsField(props: SecondsFieldProps) {
  return <NumberField digits={1} min={0} max={A_DAY} step={5} {...props} unit="s" clock />;
}
