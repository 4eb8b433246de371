/** Whether the plan takes over how far the channels of a history were busy on the same days. */
import { useMemo } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import type { SeriesStep } from '../../../app/import-session.ts';
import { busyTogether } from '../../../app/import-together.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { CheckField } from '../../inputs/check-field.tsx';
import { useLocale } from '../../locale.tsx';

type TogetherChoiceProps = {
  readonly session: SeriesStep;
  readonly scenario: Scenario;
  readonly take: ImportCommands['takeTogether'];
};

export function TogetherChoice({ session, scenario, take }: TogetherChoiceProps) {
  const { t, f } = useLocale();
  const { forecasts, takesTogether } = session;
  const together = useMemo(() => busyTogether({ forecasts }), [forecasts]);
  if (together === null || together.correlation === scenario.busynessCorrelation) return null;
  return (
    <fieldset className="part">
      <legend className="section-title">{t.demand.togetherTitle}</legend>
      <CheckField
        label={t.demand.takeTogether(
          f.number(together.correlation, 2),
          f.count(together.days),
          f.number(scenario.busynessCorrelation, 2),
        )}
        checked={takesTogether}
        onChange={take}
      />
    </fieldset>
  );
}
