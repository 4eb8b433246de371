/** What the plan costs, what drives it, and what more assurance or a higher promise would cost. */
import type { FullAnalysis } from '../../../scenario/analysis.ts';
import type { LevelPrice } from '../../../scenario/cost-drivers.ts';
import { onChannel } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { Page, SideGroup } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useApp, useCommands, useFullAnalysis } from '../../use-app.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { NothingYet, nothingYet } from '../nothing-yet.tsx';
import { Drivers } from './drivers.tsx';
import { Frontier } from './frontier.tsx';
import { GroupCosts } from './group-costs.tsx';
import { HoursWaterfall } from './hours-waterfall.tsx';
import { LevelPrices, useLevelPrices } from './level-prices.tsx';
import './cost.css';

export function CostPage() {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const analysis = useFullAnalysis();
  const priced =
    scenario.channels.find((channel) => channel.targets.serviceLevel && channel.kind === 'phone') ??
    scenario.channels.find((channel) => channel.targets.serviceLevel);
  const prices = useLevelPrices(priced?.id ?? null);

  function answer({ totals }: FullAnalysis): string {
    const weeks = scenario.calendar.days / 7;
    const requirement = totals.requirementAssured.cost / weeks; // what "Apply the requirement" staffs
    const planned = totals.plan.cost / weeks;
    const next = priced ? nextStep(prices.answer, priced.targets.serviceLevel?.share ?? null) : null;
    return [
      t.cost.answer(
        f.money(totals.costPerWeek),
        f.money(totals.costPerContact),
        f.fte(totals.plan.fte),
        Math.abs(totals.costPerWeek - planned) < 0.5 ? null : f.money(planned),
      ),
      Math.abs(requirement - planned) < 0.5
        ? t.cost.answerSame(f.share(scenario.assurance))
        : t.cost.answerRequirement(
            f.share(scenario.assurance),
            f.money(requirement),
            f.money(planned),
            f.money(requirement - planned, true),
          ),
      next && priced
        ? next.price < 0.5
          ? t.cost.answerPointFree(
              onChannel(priced, scenario, locale),
              f.share(next.from),
              f.share(next.to),
              Object.keys(priced.targets).length > 1,
            )
          : t.cost.answerPoint(
              onChannel(priced, scenario, locale),
              f.share(next.from),
              f.share(next.to),
              f.money(next.price),
            )
        : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  if (analysis && nothingYet(analysis))
    return (
      <Page question={t.cost.question} answer={t.shell.nothingYet} controls={<Assumptions />}>
        <NothingYet />
      </Page>
    );
  return (
    <Page
      question={t.cost.question}
      answer={analysis ? answer(analysis) : null}
      controls={<Assumptions />}
      table={<Panel>{analysis && <GroupCosts analysis={analysis} />}</Panel>}
    >
      <Panel>
        <Frontier />
      </Panel>
      {priced && (
        <Panel>
          <LevelPrices channel={priced} prices={prices} />
        </Panel>
      )}
      <Panel>
        <Drivers />
      </Panel>
      <Panel>{analysis && <HoursWaterfall analysis={analysis} />}</Panel>
    </Page>
  );
}

/** Price of the next computed service level above the promise. */
function nextStep(
  prices: readonly LevelPrice[] | null,
  share: number | null,
): { from: number; to: number; price: number } | null {
  if (!prices || share === null) return null;
  const at = prices.find((price) => Math.abs(price.share - share) < 1e-9);
  const next = prices.find((price) => price.share > share + 1e-9);
  return at && next ? { from: at.share, to: next.share, price: next.cost - at.cost } : null;
}

function Assumptions() {
  const { t, text } = useLocale();
  const scenario = useApp((state) => state.scenario);
  const commands = useCommands();
  const end = (): void => commands.endGesture();
  return (
    <SideGroup title={t.cost.assumptions}>
      {scenario.groups.map((group, index) => (
        <fieldset className="group-costs" key={group.id}>
          <legend>{text(group.name)}</legend>
          <NumberField
            label={t.cost.hourlyCost}
            value={group.hourlyCost}
            min={0}
            max={10_000}
            unit={scenario.currency}
            onChange={(value) =>
              commands.edit(`hourlyCost.${group.id}`, (draft) => {
                const own = draft.groups[index];
                if (own) own.hourlyCost = value;
              })
            }
            onEnd={end}
          />
          <ShareField
            label={t.cost.shrinkage}
            value={group.shrinkage}
            max={0.95}
            onChange={(value) =>
              commands.edit(`shrinkage.${group.id}`, (draft) => {
                const own = draft.groups[index];
                if (own) own.shrinkage = value;
              })
            }
            onEnd={end}
          />
        </fieldset>
      ))}
      <NumberField
        label={t.cost.hoursPerFte}
        value={scenario.finance.hoursPerFte}
        min={1}
        max={80}
        unit="h"
        onChange={(value) =>
          commands.edit('hoursPerFte', (draft) => {
            draft.finance.hoursPerFte = value;
          })
        }
        onEnd={end}
      />
      <NumberField
        label={t.cost.lostContact}
        value={scenario.finance.lostContact}
        min={0}
        max={1_000_000}
        unit={scenario.currency}
        onChange={(value) =>
          commands.edit('lostContact', (draft) => {
            draft.finance.lostContact = value;
          })
        }
        onEnd={end}
      />
    </SideGroup>
  );
}
