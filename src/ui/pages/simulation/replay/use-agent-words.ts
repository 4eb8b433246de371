/** The messages about single agents: they load with the page, not with the app. */
import { replayAgents as en, type ReplayAgents } from '../../../i18n/en/replay-agents.ts';
import { replayAgents as fr } from '../../../i18n/fr/replay-agents.ts';
import { useLocale } from '../../../locale.tsx';

export function useAgentWords(): ReplayAgents {
  return useLocale().locale === 'fr' ? fr : en;
}
