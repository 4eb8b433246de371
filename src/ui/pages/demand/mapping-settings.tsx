/** How the file is written: separators, dates, intervals, what doubles and gaps mean. */
import type {
  DateOrder,
  DecimalMark,
  Delimiter,
  Guess,
  Guessed,
  Layout,
  Mapping,
} from '../../../history/mapping.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { isTimeZone } from '../../../scenario/time-zone.ts';
import { SelectField, type Choice } from '../../inputs/select-field.tsx';
import { TextField } from '../../inputs/text-field.tsx';
import { useLocale } from '../../locale.tsx';
import { withLayout } from './mapping-edit.ts';

const UNSURE = 0.7;
const FILE_MINUTES = [1, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440];

type MappingSettingsProps = {
  readonly mapping: Mapping;
  readonly guess: Guess;
  readonly headings: readonly string[];
  readonly correct: (mapping: Mapping) => void;
  /** Rows are contacts: nobody is asked what they are. */
  readonly asLog: boolean;
};

export function MappingSettings({ mapping, guess, headings, correct, asLog }: MappingSettingsProps) {
  const { t, f } = useLocale();
  const d = t.demand;
  const note = <Value,>(guessed: Guessed<Value>, value: Value) =>
    guessed.confidence < UNSURE && guessed.value === value ? d.unsure : undefined;
  const set = (change: Partial<Mapping>) => correct({ ...mapping, ...change });
  const minutes = [...new Set([...FILE_MINUTES, mapping.fileMinutes])].toSorted((a, b) => a - b);
  const handleTime = mapping.columns.some(({ role }) => role === 'handleTime');
  const rowsAreIntervals = mapping.layout !== 'perContact';
  return (
    <fieldset className="settings">
      <legend className="section-title">{d.settings}</legend>
      {!asLog && (
        <SelectField<Layout>
          label={d.layout}
          note={note(guess.layout, mapping.layout)}
          value={mapping.layout}
          options={choices(d.layouts)}
          onChange={(layout) => correct(withLayout(mapping, layout, headings))}
        />
      )}
      {rowsAreIntervals && (
        <SelectField
          label={d.fileMinutes}
          note={note(guess.fileMinutes, mapping.fileMinutes)}
          value={String(mapping.fileMinutes)}
          options={minutes.map((value) => ({
            value: String(value),
            label: value === 1440 ? d.oneDay : d.minutes(f.number(value, 0)),
          }))}
          onChange={(value) => set({ fileMinutes: Number(value) })}
        />
      )}
      <SelectField<DateOrder>
        label={d.dateOrder}
        note={note(guess.dateOrder, mapping.dateOrder)}
        value={mapping.dateOrder}
        options={choices(d.dateOrders)}
        onChange={(dateOrder) => set({ dateOrder })}
      />
      <TextField
        label={t.history.fileZone}
        hint={mapping.fileZone === mapping.timeZone ? undefined : t.history.fileZoneHint(mapping.timeZone)}
        value={mapping.fileZone}
        problem={(text) => (isTimeZone(text) ? null : d.timeZoneProblem)}
        onChange={(fileZone) => set({ fileZone })}
      />
      {mapping.sheet === undefined && (
        <SelectField<Delimiter>
          label={d.delimiter}
          note={note(guess.delimiter, mapping.delimiter)}
          value={mapping.delimiter}
          options={choices(d.delimiters)}
          onChange={(delimiter) => set({ delimiter })}
        />
      )}
      <SelectField<DecimalMark>
        label={d.decimal}
        note={note(guess.decimal, mapping.decimal)}
        value={mapping.decimal}
        options={choices(d.decimals)}
        onChange={(decimal) => set({ decimal })}
      />
      <SelectField
        label={d.header}
        note={note(guess.header, mapping.header)}
        value={mapping.header ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: d.headerYes },
          { value: 'no', label: d.headerNo },
        ]}
        onChange={(value) => set({ header: value === 'yes' })}
      />
      {handleTime && (
        <>
          {rowsAreIntervals && (
            <SelectField
              label={d.handleTimeKind}
              note={note(guess.handleTime, mapping.handleTime)}
              value={mapping.handleTime.kind}
              options={choices(d.handleTimeKinds)}
              onChange={(kind) => set({ handleTime: { ...mapping.handleTime, kind } })}
            />
          )}
          <SelectField
            label={rowsAreIntervals ? d.handleTimeUnit : d.handleTimesAreIn}
            note={note(guess.handleTime, mapping.handleTime)}
            value={mapping.handleTime.unit}
            options={choices(d.handleTimeUnits)}
            onChange={(unit) => set({ handleTime: { ...mapping.handleTime, unit } })}
          />
        </>
      )}
      {rowsAreIntervals && (
        <>
          <SelectField
            label={d.duplicates}
            hint={
              guess.parts.length > 0 && mapping.duplicates === 'sum'
                ? d.differBy(guess.parts.join(', '))
                : undefined
            }
            value={mapping.duplicates}
            options={choices(d.duplicateRules)}
            onChange={(duplicates) => set({ duplicates })}
          />
          <SelectField
            label={d.missing}
            value={mapping.missing}
            options={choices(d.missingRules)}
            onChange={(missing) => set({ missing })}
          />
        </>
      )}
      {mapping.sheet === undefined && (
        <SelectField
          label={d.quotes}
          value={mapping.quotes ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: d.quotesYes },
            { value: 'no', label: d.quotesNo },
          ]}
          onChange={(value) => set({ quotes: value === 'yes' })}
        />
      )}
      <NumberField
        label={d.skipRows}
        value={mapping.skipRows}
        min={0}
        max={1000}
        whole
        onChange={(skipRows) => set({ skipRows })}
      />
    </fieldset>
  );
}

function choices<Value extends string>(labels: Readonly<Record<Value, string>>): Choice<Value>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the record are its values
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}
