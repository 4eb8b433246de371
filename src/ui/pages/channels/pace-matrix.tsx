/** How fast each group works on its channels, for new hires and old hands. */
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { SkillFold, type GroupTableProps } from './group-fold.tsx';

export function PaceMatrix(props: GroupTableProps) {
  const { t } = useLocale();
  return (
    <SkillFold
      {...props}
      title={t.channels.pace}
      text={t.channels.paceText}
      field="speed"
      usual={1}
      labelOf={t.channels.paceOf}
      input={(own) => <ShareField {...own} min={0.1} max={10} digits={2} step={0.05} />}
    />
  );
}
