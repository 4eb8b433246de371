import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function SimulationPage() {
  const { t } = useLocale();
  return <Page question={t.simulation.question} />;
}
