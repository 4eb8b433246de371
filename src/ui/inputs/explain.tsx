/** A number explains itself: definition, formula, inputs, model, on request. */
import type { ReactNode } from 'react';
import { useLocale } from '../locale.tsx';
import { Popover } from './popover.tsx';

export type Explanation = {
  readonly term: string;
  readonly definition: string;
  readonly formula?: string;
  /** The formula with the numbers put in, and what comes out: `1,024 ÷ 1,280 = 80 %`. */
  readonly worked?: string;
  /** Name and formatted value of what went in. */
  readonly inputs?: readonly (readonly [name: string, value: string])[];
  readonly model?: string;
  /** Where the model is described: author, year, title. */
  readonly reference?: string | undefined;
};

type ExplainProps = {
  readonly explanation: Explanation;
  /** The number itself as the button; without it a small question mark. */
  readonly children?: ReactNode;
};

export function Explain({ explanation, children }: ExplainProps) {
  const { t } = useLocale();
  const { term, definition, formula, worked, inputs, model, reference } = explanation;
  return (
    <Popover
      button={children ?? '?'}
      name={children ? undefined : t.explain.button(term)}
      panelName={term}
      className={children ? 'explain-text' : 'explain-mark'}
      panelClassName="explain"
      role="dialog"
    >
      <h3>{term}</h3>
      <p>{definition}</p>
      <dl>
        {formula && (
          <div>
            <dt>{t.explain.formula}</dt>
            <dd className="formula">
              {formula}
              {worked && <span className="num">{worked}</span>}
            </dd>
          </div>
        )}
        {inputs?.map(([name, value]) => (
          <div key={name} className="explain-input">
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
        {model && (
          <div>
            <dt>{t.explain.model}</dt>
            <dd>{model}</dd>
          </div>
        )}
        {reference && (
          <div>
            <dt>{t.explain.reference}</dt>
            <dd>{reference}</dd>
          </div>
        )}
      </dl>
    </Popover>
  );
}
