/** That requirement, plan and cost count those who will be absent, where a group has absences. */
import type { Scenario } from '../../scenario/schema.ts';
import { useLocale } from '../locale.tsx';

type AbsenceNoteProps = { readonly scenario: Scenario; readonly className?: string };

export function AbsenceNote({ scenario, className = 'quiet-text' }: AbsenceNoteProps) {
  const { t, f, text } = useLocale();
  const groups = scenario.groups.flatMap(({ name, absence = 0 }) =>
    absence > 0 ? [`${text(name)} ${f.share(absence)}`] : [],
  );
  if (groups.length === 0) return null;
  return <p className={className}>{t.words.absencesCounted(groups.join(', '))}</p>;
}
