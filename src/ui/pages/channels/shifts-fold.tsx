/** The shifts of a group, behind a line that says how many there are; the table loads when it is opened. */
import { lazy, Suspense } from 'react';
import type { AgentGroup, Shift } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { Waiting } from '../../page/page.tsx';
import { Fold } from './fold.tsx';
import { useWords } from './use-words.ts';

const ShiftsTable = lazy(async () => ({ default: (await import('./shifts-table.tsx')).ShiftsTable }));

type ShiftsFoldProps = {
  readonly group: AgentGroup;
  readonly change: (field: string, once: boolean, shifts: readonly Shift[]) => void;
  readonly end: () => void;
};

export function ShiftsFold({ group, change, end }: ShiftsFoldProps) {
  const { f, text } = useLocale();
  const words = useWords();
  if (group.staffing.kind !== 'shifts') return null;
  const { shifts } = group.staffing;
  return (
    <Fold title={words.shifts(text(group.name), f.count(shifts.length))} startsOpen={false}>
      <Suspense fallback={<Waiting lines={4} />}>
        <ShiftsTable name={text(group.name)} shifts={shifts} change={change} end={end} />
      </Suspense>
    </Fold>
  );
}
