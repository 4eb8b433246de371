/** The pace of a band of tenure, given to a group of such agents. */
import { useState } from 'react';
import type { TenureForecast } from '../../../forecast/tenure.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { SelectField } from '../../inputs/select-field.tsx';
import { useLocale } from '../../locale.tsx';
import { useCommands } from '../../use-app.ts';
import { groupsOn, paceOn, suggestedPace, withPace } from './tenure-edit.ts';
import { useWords } from './use-words.ts';

type TenurePaceProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  readonly tenure: TenureForecast;
};

export function TenurePace({ channel, scenario, tenure: { bands } }: TenurePaceProps) {
  const { f, text } = useLocale();
  const w = useWords();
  const commands = useCommands();
  const [chosen, setChosen] = useState<{ readonly group?: string; readonly from?: number }>({});
  const groups = groupsOn(scenario, channel.id);
  const group = groups.find(({ id }) => id === chosen.group) ?? groups[0];
  const band = bands.find(({ from }) => from === chosen.from) ?? bands[0];
  if (group === undefined || band === undefined) return <p className="quiet-text">{w.tenureNoGroup}</p>;
  const pace = suggestedPace(band);
  const now = paceOn(group, channel.id);
  const { id } = group;

  function give(): void {
    commands.endGesture();
    commands.edit(`speed ${id} ${channel.id}`, (draft) => {
      const target = draft.groups.find((each) => each.id === id);
      if (target && pace !== null) withPace(target, channel.id, pace);
    });
    commands.endGesture();
  }

  return (
    <>
      <h3>{w.tenurePaceTitle}</h3>
      <p className="quiet-text">{w.tenurePaceText}</p>
      <div className="tenure-fields">
        <SelectField
          label={w.tenureGroup}
          value={id}
          options={groups.map((each) => ({ value: each.id, label: text(each.name) }))}
          onChange={(value) => setChosen({ ...chosen, group: value })}
        />
        <SelectField
          label={w.tenureHead}
          value={String(band.from)}
          options={bands.map(({ from, to }) => ({ value: String(from), label: w.tenureBand(from, to) }))}
          onChange={(value) => setChosen({ ...chosen, from: Number(value) })}
        />
      </div>
      <p className="quiet-text">{w.tenurePaceNow(text(group.name), f.share(now))}</p>
      <button type="button" className="button" disabled={pace === null || pace === now} onClick={give}>
        {w.tenurePaceUse(text(group.name), f.share(pace))}
      </button>
    </>
  );
}
