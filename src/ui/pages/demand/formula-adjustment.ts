/** A formula's adjustment from what it gives for the source and for one contact more. */
import type { FormulaOutcome } from '../../../scenario/formula.ts';
import type { Adjustment } from '../../../scenario/schema-demand.ts';

type FormulaAdjustment = Omit<Extract<Adjustment, { kind: 'formula' }>, 'who' | 'why'>;

/** Without a base where the formula gives nothing for one contact more: it cannot follow the source then. */
export function formulaAdjustment(
  formula: string,
  source: readonly number[],
  contacts: readonly number[],
  oneMore: FormulaOutcome,
): FormulaAdjustment {
  if (!oneMore.ok) return { kind: 'formula', formula, contacts };
  const slopes = oneMore.contacts.map((value, cell) => value - (contacts[cell] ?? 0));
  return { kind: 'formula', formula, contacts, base: { contacts: [...source], slopes } };
}
