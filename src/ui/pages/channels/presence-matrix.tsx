/** Who stays away, and how shifts end, group by group; folded away, as most plans know nothing of it. */
import { useState } from 'react';
import type { AgentGroup, Scenario, ShiftEnd } from '../../../scenario/schema.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import type { ChangeGroup } from './skill-matrix.tsx';
import { useWords } from './use-words.ts';

type PresenceMatrixProps = {
  readonly scenario: Scenario;
  readonly change: ChangeGroup;
  readonly end: () => void;
};

type End = ShiftEnd | 'named';

const ENDS: readonly End[] = ['named', 'pooled', 'preemptive'];
const NONE = '–';

export function PresenceMatrix({ scenario, change, end }: PresenceMatrixProps) {
  const { t, text } = useLocale();
  const words = useWords().presence;
  const [open, setOpen] = useState(() => scenario.groups.some(isSet));
  const converses = ({ skills }: AgentGroup): boolean =>
    skills.some(({ channel }) =>
      scenario.channels.some(({ id, conversation }) => id === channel && conversation),
    );

  function setEnd(group: AgentGroup, chosen: End): void {
    end();
    change(group, 'shiftEnd', ({ staffing }) => {
      if (staffing.kind !== 'counts') return;
      if (chosen === 'named') delete staffing.shiftEnd;
      else staffing.shiftEnd = chosen;
    });
    end();
  }

  return (
    <details className="pace" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && (
        <>
          <p className="quiet-text">{words.text}</p>
          <DataTable
            caption={words.title}
            hideCaption
            rows={scenario.groups}
            rowKey={({ id }) => id}
            columns={[
              { id: 'group', head: t.channels.group, cell: ({ name }: AgentGroup) => text(name) },
              {
                id: 'absence',
                head: words.absence,
                text: true,
                cell: (group: AgentGroup) =>
                  group.staffing.kind === 'counts' && group.staffing.shiftEnd ? (
                    NONE
                  ) : (
                    <ShareField
                      label={words.absenceOf(text(group.name))}
                      hideLabel
                      value={group.absence ?? 0}
                      max={0.95}
                      onChange={(share) =>
                        change(group, 'absence', (draft) => {
                          if (share > 0) draft.absence = share;
                          else delete draft.absence;
                        })
                      }
                      onEnd={end}
                    />
                  ),
              },
              {
                id: 'shiftEnd',
                head: words.shiftEnd,
                text: true,
                cell: (group: AgentGroup) =>
                  group.staffing.kind === 'shifts' || group.absence || converses(group) ? (
                    words.shiftEnds.named
                  ) : (
                    <SelectField
                      label={words.shiftEndOf(text(group.name))}
                      hideLabel
                      value={group.staffing.shiftEnd ?? 'named'}
                      options={ENDS.map((value) => ({ value, label: words.shiftEnds[value] }))}
                      onChange={(value) => setEnd(group, value)}
                    />
                  ),
              },
              {
                id: 'lastContact',
                head: words.lastContact,
                text: true,
                cell: (group: AgentGroup) =>
                  group.staffing.kind === 'counts' ? (
                    NONE
                  ) : (
                    <NumberField
                      label={words.lastContactOf(text(group.name))}
                      hideLabel
                      value={group.staffing.lastContactMinutes ?? 0}
                      unit="min"
                      min={0}
                      max={240}
                      onChange={(minutes) =>
                        change(group, 'lastContact', ({ staffing }) => {
                          if (staffing.kind !== 'shifts') return;
                          if (minutes > 0) staffing.lastContactMinutes = minutes;
                          else delete staffing.lastContactMinutes;
                        })
                      }
                      onEnd={end}
                    />
                  ),
              },
            ]}
          />
          <p className="quiet-text">{words.note}</p>
        </>
      )}
    </details>
  );
}

/** The group says more than most do. */
function isSet({ absence = 0, staffing }: AgentGroup): boolean {
  return (
    absence > 0 ||
    (staffing.kind === 'counts' ? staffing.shiftEnd !== undefined : (staffing.lastContactMinutes ?? 0) > 0)
  );
}
