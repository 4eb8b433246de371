import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function CostPage() {
  const { t } = useLocale();
  return <Page question={t.cost.question} />;
}
