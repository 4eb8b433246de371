import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function DemandPage() {
  const { t } = useLocale();
  return <Page question={t.demand.question} />;
}
