/** The messages of a channel's seldom-used workings: they load with the page, not with the app. */
import { channelWork as en, type ChannelWork } from '../../i18n/en/channel-work.ts';
import { channelWork as fr } from '../../i18n/fr/channel-work.ts';
import { useLocale } from '../../locale.tsx';

export function useWords(): ChannelWork {
  return useLocale().locale === 'fr' ? fr : en;
}
