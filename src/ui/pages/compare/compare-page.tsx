import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function ComparePage() {
  const { t } = useLocale();
  return <Page question={t.compare.question} />;
}
