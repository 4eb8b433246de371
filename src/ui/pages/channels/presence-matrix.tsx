/** Who stays away, and how shifts end, group by group; folded away, as most plans know nothing of it. */
import type { AgentGroup, ShiftEnd } from '../../../scenario/schema.ts';
import { NumberField } from '../../inputs/number-field.tsx';
import { SelectField } from '../../inputs/select-field.tsx';
import { ShareField } from '../../inputs/share-field.tsx';
import { useLocale } from '../../locale.tsx';
import { GroupFold, type GroupTableProps } from './group-fold.tsx';
import { useWords } from './use-words.ts';

type End = ShiftEnd | 'named';

const ENDS: readonly End[] = ['named', 'pooled', 'preemptive'];
const NONE = '–';

export function PresenceMatrix({ scenario, change, end }: GroupTableProps) {
  const { text } = useLocale();
  const words = useWords().presence;
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
    <GroupFold
      scenario={scenario}
      title={words.title}
      text={words.text}
      startsOpen={scenario.groups.some(isSet)}
      columns={[
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
    >
      <p className="quiet-text">{words.note}</p>
    </GroupFold>
  );
}

/** The group says more than most do. */
function isSet({ absence = 0, staffing }: AgentGroup): boolean {
  return (
    absence > 0 ||
    (staffing.kind === 'counts' ? staffing.shiftEnd !== undefined : (staffing.lastContactMinutes ?? 0) > 0)
  );
}
