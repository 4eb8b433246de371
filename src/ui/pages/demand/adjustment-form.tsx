/** A new adjustment: by percent, by contacts, to a total, or by a formula computed in a worker. */
import { useState, type FormEvent } from 'react';
import { formulaJob, type FormulaJob } from '../../../app/formula-job.ts';
import type { Issue } from '../../../errors.ts';
import { formatDate, parseDate } from '../../../numeric/civil-date.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { Adjustment } from '../../../scenario/schema-demand.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';
import { formulaIssueText } from './demand-text.ts';
import { wallMinute } from '../../../scenario/event-side.ts';
import { formulaAdjustment } from './formula-adjustment.ts';
import { MomentField } from './moment-field.tsx';
import { useWords } from './use-words.ts';

let shared: FormulaJob | null = null;

/** One worker for all formulas, started with the first. */
function job(): FormulaJob {
  shared ??= formulaJob();
  return shared;
}

type Kind = 'scale' | 'add' | 'total' | 'formula';

type AdjustmentFormProps = {
  readonly channel: Channel;
  readonly name: string;
  readonly axis: Axis;
  readonly source: readonly number[];
  readonly by: { readonly who: string; readonly why: string };
  readonly onAdd: (adjustment: Adjustment) => void;
};

export function AdjustmentForm({ channel, name, axis, source, by, onAdd }: AdjustmentFormProps) {
  const locale = useLocale();
  const { t } = locale;
  const w = useWords();
  const calendar = useApp((state) => state.scenario.calendar);
  const inUse = channel.demand.adjustments?.find((each) => each.kind === 'formula');
  const [kind, setKind] = useState<Kind>('scale');
  const [percent, setPercent] = useState(0.1);
  const [contacts, setContacts] = useState(100);
  const [from, setFrom] = useState(`${calendar.start}T00:00`);
  const [to, setTo] = useState(`${formatDate((parseDate(calendar.start) ?? 0) + 1)}T00:00`);
  const [formula, setFormula] = useState(inUse?.kind === 'formula' ? inUse.formula : '');
  const [running, setRunning] = useState(false);
  const [issue, setIssue] = useState<Issue | null>(null);

  const order = (start: string, end: string) => {
    const [a, b] = [wallMinute(start), wallMinute(end)];
    if (a === null || b === null) return t.demand.eventDate;
    return b <= a ? t.demand.eventOrder : null;
  };

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (kind === 'formula') return computeFormula();
    if (order(from, to) !== null) return undefined;
    onAdd(
      kind === 'scale' ? { ...by, kind, from, to, factor: 1 + percent } : { ...by, kind, from, to, contacts },
    );
    return undefined;
  }

  async function computeFormula(): Promise<void> {
    setRunning(true);
    setIssue(null);
    const weekdays = axis.days.map(({ weekday }) => weekday);
    const given = (volume: number[]) =>
      job().run(formula, { volume, weekdays, slotsPerDay: axis.slotsPerDay });
    const outcome = await given([...source]);
    const oneMore = outcome.ok ? await given(source.map((volume) => volume + 1)) : outcome;
    setRunning(false);
    if (outcome.ok) onAdd({ ...by, ...formulaAdjustment(formula, source, outcome.contacts, oneMore) });
    else setIssue(outcome.issue);
  }

  return (
    <form className="adjust-form" onSubmit={(event) => void add(event)}>
      <SelectField
        label={w.adjustKind}
        value={kind}
        options={(['scale', 'add', 'total', 'formula'] as const).map((value) => ({
          value,
          label: w.adjustKinds[value],
        }))}
        onChange={(next) => {
          setKind(next);
          setIssue(null);
        }}
      />
      {kind === 'formula' ? (
        <div className="adjust-formula">
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
        </div>
      ) : (
        <>
          {kind === 'scale' ? (
            <ShareField label={w.adjustPercent} value={percent} min={-1} max={99} onChange={setPercent} />
          ) : (
            <NumberField
              label={w.adjustContacts}
              value={contacts}
              digits={1}
              min={kind === 'add' ? -1e6 : 0}
              max={1e6}
              step={10}
              onChange={setContacts}
            />
          )}
          <MomentField
            label={t.demand.eventStart}
            value={from}
            calendar={calendar}
            problem={(value) => (wallMinute(value) === null ? t.demand.eventDate : null)}
            onChange={setFrom}
            onEnd={() => undefined}
          />
          <MomentField
            label={t.demand.eventEnd}
            value={to}
            calendar={calendar}
            problem={(value) => order(from, value)}
            onChange={setTo}
            onEnd={() => undefined}
          />
        </>
      )}
      <button type="submit" className="button adjust-add" disabled={running}>
        {running ? t.demand.formulaRunning : w.adjustAdd}
      </button>
    </form>
  );
}
