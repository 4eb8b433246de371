/** A share, typed and shown in percent; from none to all unless said otherwise. */
import { NumberField, type NumberFieldProps } from './number-field.tsx';

type ShareFieldProps = Omit<NumberFieldProps, 'scale' | 'unit' | 'whole' | 'plain' | 'clock'>;

export function ShareField(props: ShareFieldProps) {
  return <NumberField digits={1} min={0} max={1} step={0.01} {...props} scale={100} unit="%" />;
}
