/** Groups that help out only once a contact has waited; most serve theirs at once. */
import { isDeferred } from '../../../scenario/opening.ts';
import { SecondsField } from '../../inputs/seconds-field.tsx';
import { SkillFold, type GroupTableProps } from './group-fold.tsx';
import { useWords } from './use-words.ts';

export function OverflowMatrix(props: GroupTableProps) {
  const words = useWords().overflow;
  return (
    <SkillFold
      {...props}
      title={words.title}
      text={words.text}
      field="afterSeconds"
      usual={0}
      labelOf={words.afterOf}
      concerns={({ kind }) => !isDeferred(kind)}
      input={(own) => <SecondsField {...own} digits={0} step={10} />}
    />
  );
}
