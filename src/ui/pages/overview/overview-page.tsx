import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function OverviewPage() {
  const { t } = useLocale();
  return <Page question={t.overview.question} />;
}
