import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function StaffingPage() {
  const { t } = useLocale();
  return <Page question={t.staffing.question} />;
}
