import { useLocale } from '../../locale.tsx';
import { Page } from '../../page/page.tsx';

export function ChannelsPage() {
  const { t } = useLocale();
  return <Page question={t.channels.question} />;
}
