/** A formula of the user's own in place of a channel's figures, computed in a worker with a time limit. */
import { useState } from 'react';
import { formulaJob, type FormulaJob } from '../../../app/formula-job.ts';
import type { Issue } from '../../../errors.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { sourceContacts } from '../../../scenario/demand.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import { formulaIssueText } from './demand-text.ts';

let shared: FormulaJob | null = null;

/** One worker for all formulas, started with the first. */
function job(): FormulaJob {
  shared ??= formulaJob();
  return shared;
}

type FormulaFieldProps = { readonly channel: Channel; readonly name: string; readonly axis: Axis };

export function FormulaField({ channel, name, axis }: FormulaFieldProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const commands = useCommands();
  const { override } = channel.demand;
  const [formula, setFormula] = useState(override?.formula ?? '');
  const [running, setRunning] = useState(false);
  const [issue, setIssue] = useState<Issue | null>(null);
  const source = sourceContacts(channel, axis);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  async function apply(): Promise<void> {
    setRunning(true);
    setIssue(null);
    const outcome = await job().run(formula, {
      volume: [...source],
      weekdays: axis.days.map(({ weekday }) => weekday),
      slotsPerDay: axis.slotsPerDay,
    });
    setRunning(false);
    if (!outcome.ok) {
      setIssue(outcome.issue);
      return;
    }
    change((demand) => {
      demand.override = { formula, contacts: outcome.contacts };
    });
  }

  function change(recipe: (demand: { override?: { formula: string; contacts: number[] } }) => void): void {
    commands.endGesture();
    commands.edit(`formula ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id);
      if (target) recipe(target.demand);
    });
    commands.endGesture();
  }

  return (
    <form
      className="formula-form"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <TextField
        label={t.demand.formulaOf(name)}
        value={formula}
        placeholder={t.demand.formulaExample}
        hint={t.demand.formulaHint}
        code
        onChange={(text) => {
          setFormula(text);
          setIssue(null);
        }}
      />
      {issue && (
        <p className="field-error" role="alert">
          {formulaIssueText(issue, axis, locale)}
        </p>
      )}
      {override && (
        <p className="field-note">
          {t.demand.formulaInUse(f.count(sum(source)), f.count(sum(override.contacts)))}
        </p>
      )}
      <div className="button-row">
        <button type="submit" className="button" disabled={running}>
          {running ? t.demand.formulaRunning : t.demand.formulaApply}
        </button>
        {override && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setFormula('');
              setIssue(null);
              change((demand) => {
                delete demand.override;
              });
            }}
          >
            {t.demand.formulaRemove}
          </button>
        )}
      </div>
    </form>
  );
}
