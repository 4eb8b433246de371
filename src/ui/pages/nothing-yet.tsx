/** A scenario without contacts and without agents: no verdict to give, only where to begin. */
import { Link } from 'wouter';
import type { Analysis } from '../../scenario/analysis.ts';
import type { Messages } from '../i18n/en.ts';
import { useLocale } from '../locale.tsx';
import { Notice } from '../page/page.tsx';

const none = (values: Float64Array): boolean => values.every((value) => value === 0);

/** True while nobody writes or calls: promises are then kept for want of customers, which says nothing. */
export function noContacts({ channels }: Analysis): boolean {
  return channels.every(({ arriving }) => none(arriving));
}

/** True while nobody writes or calls and nobody is planned. */
export function nothingYet(analysis: Analysis): boolean {
  return noContacts(analysis) && analysis.channels.every(({ planned }) => none(planned));
}

/** Why there is no verdict to give on a scenario; null where there is one. */
export function whyNoVerdict(analysis: Analysis, { shell, channels }: Messages): string | null {
  if (!noContacts(analysis)) return null;
  return nothingYet(analysis) ? shell.nothingYet : channels.answerNoContacts;
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
