/** Every figure of both scenarios and its difference. */
import type { Analysis } from '../../../scenario/analysis.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';
import { useBaselineMoney } from './baseline-money.ts';
import { differenceText } from './difference-text.ts';
import { measuresOf, type Measure } from './measures.ts';

type MeasureTableProps = { readonly before: Analysis; readonly after: Analysis };

export function MeasureTable({ before, after }: MeasureTableProps) {
  const locale = useLocale();
  const { t } = locale;
  const scenario = useApp((state) => state.scenario);
  const { money: oldMoney, sameCurrency } = useBaselineMoney();
  const nameOf = ({ channel, name }: Measure): string => {
    const definition = scenario.channels.find(({ id }) => id === channel);
    const what = 'target' in name ? t.words[name.target.kind] : t.compare.figure[name.figure];
    return definition ? `${channelName(definition, scenario, locale)} · ${what}` : what;
  };
  return (
    <DataTable
      caption={t.compare.caption}
      rows={measuresOf(before, after)}
      rowKey={({ id }) => id}
      columns={[
        { id: 'measure', head: t.compare.measure, cell: nameOf },
        {
          id: 'before',
          head: t.compare.before,
          cell: ({ unit, before: value }) => (unit === 'money' ? oldMoney(value) : show(value, unit, locale)),
        },
        { id: 'after', head: t.compare.after, cell: ({ unit, after: value }) => show(value, unit, locale) },
        {
          id: 'difference',
          head: t.words.difference,
          cell: (row) =>
            row.unit === 'money' && !sameCurrency ? t.compare.twoCurrencies : difference(row, locale),
          tone: (row) => {
            const { before: old, after: now, better, unit } = row;
            if (unit === 'money' && !sameCurrency) return undefined;
            if (old === null || now === null || better === null) return undefined;
            // What reads as nought has no sign, and no colour.
            if (!/^[+−]/.test(difference(row, locale))) return undefined;
            return now > old === (better === 'higher') ? 'over' : 'under';
          },
        },
      ]}
    />
  );
}

function show(value: number | null, unit: Measure['unit'], { f }: LocaleValue): string {
  switch (unit) {
    case 'share':
      return f.share(value, 1);
    case 'duration':
      return f.duration(value);
    case 'agents':
      return f.agents(value);
    case 'fte':
      return f.fte(value);
    case 'money':
      return f.money(value);
    case 'hours':
    case 'contacts':
      return f.count(value);
  }
}

function difference({ before, after, unit }: Measure, { t, f }: LocaleValue): string {
  if (before === null || after === null) return f.share(null);
  const change = after - before;
  switch (unit) {
    case 'share':
      return t.compare.points(f.points(change));
    case 'duration':
      return differenceText(change, 'duration', 1, f);
    case 'agents':
      return f.agents(change, true);
    case 'fte':
      return f.fte(change, true);
    case 'money':
      // As many digits as the two figures have.
      return differenceText(change, 'money', Math.max(Math.abs(before), Math.abs(after)) >= 100 ? 0 : 2, f);
    case 'hours':
    case 'contacts':
      return f.count(change, true);
  }
}
