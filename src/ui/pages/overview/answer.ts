/** The overview's answer: whether the week holds, who is missing, and what the actions would bring. */
import type { Action, Analysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { onChannel } from '../../channel-name.ts';
import type { LocaleValue } from '../../locale.tsx';
import type { Shortage } from '../shortages.ts';
import { when } from '../when.ts';
import type { WholeRequirement } from './whole-requirement.ts';

/** Points of the wanted assurance within which it is almost kept. */
const ALMOST = 0.1;

type AnswerParts = {
  readonly analysis: Analysis;
  readonly after: Analysis | null;
  readonly actions: readonly Action[] | null;
  readonly whole: WholeRequirement | null | undefined;
  readonly short: readonly Shortage[];
  readonly scenario: Scenario;
  readonly axis: Axis;
  readonly locale: LocaleValue;
};

export function overviewAnswer(parts: AnswerParts): string {
  const { analysis, after, actions, whole, short, scenario, axis, locale } = parts;
  const { t, f } = locale;
  const { chanceOfAll } = analysis;
  const holds = chanceOfAll >= scenario.assurance;
  const verdict = holds
    ? t.overview.yes
    : chanceOfAll >= scenario.assurance - ALMOST - 1e-9
      ? t.overview.almost
      : t.overview.no;
  const worst = short.slice(0, 2).map((shortage) => {
    const channel = scenario.channels[shortage.channel];
    return t.overview.shortItem(
      t.words.agents(shortage.agents, f.agents(shortage.agents)),
      channel ? onChannel(channel, scenario, locale) : '',
      when(shortage, axis, f),
    );
  });
  /** Of the whole week, as the header counts it. */
  const priced = (costPerWeek: number): string => f.money(Math.round(costPerWeek), true);
  return [
    verdict,
    t.overview.chanceOfAll(f.share(chanceOfAll)),
    worst.length === 0
      ? t.overview.nobodyShort
      : (holds ? t.overview.shortButHolds : t.overview.short)(worst.join(t.overview.and)),
    // Together with what the whole requirement would bring: the page below moves once, into the line kept free.
    // What they bring is said only where it is seen.
    after && actions?.length && whole !== undefined && f.share(after.chanceOfAll) !== f.share(chanceOfAll)
      ? t.overview.withActions(
          actions.length,
          Boolean(whole),
          f.share(after.chanceOfAll),
          priced(after.totals.costPerWeek - analysis.totals.costPerWeek),
        )
      : '',
    whole ? t.overview.withWhole(f.share(whole.chance), priced(whole.costPerWeek)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
