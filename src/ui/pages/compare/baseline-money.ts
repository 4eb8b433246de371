/** Money of the baseline: in its own currency, which may be another than that of the scenario on screen. */
import { useMemo } from 'react';
import { formatsFor, type Formats } from '../../format.ts';
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';

export type BaselineMoney = {
  readonly money: Formats['money'];
  /** Whether amounts of the two may be subtracted. */
  readonly sameCurrency: boolean;
};

export function useBaselineMoney(): BaselineMoney {
  const { f } = useLocale();
  const currency = useApp((state) => state.baseline.scenario.currency);
  return useMemo(() => {
    const sameCurrency = currency === f.currency;
    return { money: (sameCurrency ? f : formatsFor(f.locale, currency)).money, sameCurrency };
  }, [f, currency]);
}
