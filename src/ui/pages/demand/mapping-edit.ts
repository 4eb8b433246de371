/** Corrections of a mapping: what follows from a change of one field. */
import type { ColumnRole, Layout, Mapping } from '../../../history/mapping.ts';

const FIGURES: ReadonlySet<ColumnRole> = new Set(['volume', 'answered', 'abandoned', 'handleTime']);

/** Whether a column of this role says something about one channel of a wide file. */
export function speaksOfChannel(role: ColumnRole, layout: Layout): boolean {
  return layout === 'wide' && FIGURES.has(role);
}

/** The column in another role; in a wide file a figure needs a channel, first of all its own heading. */
export function withRole(mapping: Mapping, index: number, role: ColumnRole, heading: string): Mapping {
  return withColumn(mapping, index, (column) => {
    const channel = column.channel ?? (heading || mapping.channelName);
    return speaksOfChannel(role, mapping.layout) ? { role, channel } : { role };
  });
}

export function withChannel(mapping: Mapping, index: number, channel: string): Mapping {
  return withColumn(mapping, index, ({ role }) => ({ role, channel }));
}

export function withLayout(mapping: Mapping, layout: Layout, headings: readonly string[]): Mapping {
  return {
    ...mapping,
    layout,
    columns: mapping.columns.map(({ role, channel }, index) =>
      speaksOfChannel(role, layout)
        ? { role, channel: channel ?? (headings[index] || mapping.channelName) }
        : { role },
    ),
  };
}

function withColumn(
  mapping: Mapping,
  index: number,
  change: (column: Mapping['columns'][number]) => Mapping['columns'][number],
): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column, at) => (at === index ? change(column) : column)),
  };
}
