/** Agent by agent: who is there, whose shift it is, and what each one does at the moment on stage. */
import { useState } from 'react';
import type { Roster } from '../../../../scenario/roster.ts';
import type { Seconds } from '../../../../units.ts';
import { type LocaleValue, useLocale } from '../../../locale.tsx';
import { DataTable } from '../../../page/data-table.tsx';
import { Pager, usePages } from '../../../page/pager.tsx';
import type { ReplayAgents } from '../../../i18n/en/replay-agents.ts';
import { type AgentMoment, agentsAt } from './replay-agents.ts';
import type { Moment, ReplayDay } from './replay-day.ts';
import type { Names } from './replay-scene.ts';
import { useAgentWords } from './use-agent-words.ts';

type AgentTableProps = {
  readonly day: ReplayDay;
  readonly roster: Roster;
  readonly moment: Moment;
  readonly names: Names;
  readonly clockAt: (moment: Seconds) => string;
};

/** Behind a line, and drawn only while it is open; from the start where the file has names. */
export function AgentDetails(props: AgentTableProps) {
  const w = useAgentWords();
  const [open, setOpen] = useState(() =>
    props.roster.some((group) => group.some((people) => people.some(({ name }) => name !== null))),
  );
  return (
    <details className="replay-agents" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.title}</summary>
      {open && <AgentTable {...props} />}
    </details>
  );
}

function AgentTable({ day, roster, moment, names, clockAt }: AgentTableProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useAgentWords();
  const agents = agentsAt(day, roster, moment);
  const pages = usePages(agents.length);
  return (
    <>
      <DataTable
        caption={w.caption(clockAt(moment.at))}
        hideCaption
        rows={agents.slice(pages.from, pages.to)}
        rowKey={({ agent }) => agent}
        columns={[
          { id: 'agent', head: w.agent, cell: (agent) => agentName(agent, names, w, locale) },
          { id: 'group', head: t.simulation.group, text: true, cell: ({ group }) => names.groups[group] },
          {
            id: 'now',
            head: w.now,
            text: true,
            cell: (agent) => whatNow(agent, { day, names, clockAt }, w, locale),
          },
          {
            id: 'since',
            head: w.since,
            cell: ({ state }) =>
              state.kind === 'working' ? f.duration(moment.at - state.since) : f.duration(null),
          },
          { id: 'taken', head: w.taken, cell: ({ taken }) => f.number(taken, 0) },
          {
            id: 'shift',
            head: w.shift,
            text: true,
            cell: ({ shift }) =>
              shift ? `${clockAt(shift.from)}\u2060–\u2060${clockAt(shift.to)}` : f.duration(null),
          },
        ]}
      />
      <Pager label={w.pages} pages={pages} />
    </>
  );
}

export function agentName(
  { name, group, number }: AgentMoment,
  names: Names,
  w: ReplayAgents,
  { f }: LocaleValue,
): string {
  return name ?? w.numbered(names.groups[group] ?? '', f.number(number, 0));
}

/** "Phone", "Chat × 2", "break until 12:45". */
export function whatNow(
  { state }: AgentMoment,
  { day, names, clockAt }: Pick<AgentTableProps, 'day' | 'names' | 'clockAt'>,
  w: ReplayAgents,
  { f }: LocaleValue,
): string {
  switch (state.kind) {
    case 'free':
      return w.free;
    case 'break':
      return w.onBreak(clockAt(state.until));
    case 'absent':
      return w.absent;
    case 'working': {
      const counts = new Map<number, number>();
      for (const contact of state.contacts) {
        const own = day.record.contacts.class[contact] ?? 0;
        counts.set(own, (counts.get(own) ?? 0) + 1);
      }
      return [...counts]
        .map(([c, count]) => {
          const name = names.classes[c] ?? '';
          return count > 1 ? w.many(name, f.number(count, 0)) : name;
        })
        .join(', ');
    }
  }
}
