/** A scenario without contacts and without agents: no verdict to give, only where to begin. */
import { Link } from 'wouter';
import type { Analysis } from '../../scenario/analysis.ts';
import { useLocale } from '../locale.tsx';
import { Notice } from '../page/page.tsx';

/** True while nobody writes or calls and nobody is planned. */
export function nothingYet({ channels }: Analysis): boolean {
  const none = (values: Float64Array): boolean => values.every((value) => value === 0);
  return channels.every(({ arriving, planned }) => none(arriving) && none(planned));
}

export function NothingYet() {
  const { t } = useLocale();
  return (
    <Notice kind="empty">
      <p>{t.shell.whereToBegin}</p>
      <p>
        <Link href="/demand" className="text-link">
          {t.shell.toDemand}
        </Link>
      </p>
    </Notice>
  );
}
