/** The replay of one day of one replication. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Axis } from '../../../../scenario/axis.ts';
import type { Scenario } from '../../../../scenario/schema.ts';
import { NumberField } from '../../../inputs/number-field.tsx';
import { useLocale } from '../../../locale.tsx';
import { Notice } from '../../../page/page.tsx';
import { activeSpan, prepareDay } from './replay-day.ts';
import { ReplayStage } from './replay-stage.tsx';
import { useRecord } from './use-record.ts';
import './replay.css';

type ReplayPanelProps = { readonly scenario: Scenario; readonly axis: Axis; readonly date: number };

export function ReplayPanel({ scenario, axis, date }: ReplayPanelProps) {
  const { t, f } = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked for it is gone: the keyboard goes on from here.
  useEffect(() => heading.current?.focus(), []);
  const [replication, setReplication] = useState(1);
  const record = useRecord(scenario, replication - 1);
  const day = useMemo(() => {
    if (!record || record === 'failed') return null;
    const own = axis.intervals.filter((interval) => interval.day === date);
    const from = own[0]?.at ?? 0;
    return prepareDay(record, from, (own.at(-1)?.at ?? from) + axis.intervalSeconds);
  }, [record, axis, date]);
  const span = useMemo(() => day && activeSpan(day), [day]);
  return (
    <section className="replay-panel">
      <div className="replay-head">
        <h2 ref={heading} tabIndex={-1}>
          {t.simulation.replay.title}, {f.weekday(axis.days[date]?.date ?? '')}
        </h2>
        <NumberField
          label={t.simulation.replay.replication}
          value={replication}
          min={1}
          max={100_000}
          whole
          digits={0}
          onChange={setReplication}
        />
      </div>
      {record === 'failed' ? (
        <Notice kind="error">
          <p>{t.simulation.replay.failed}</p>
        </Notice>
      ) : !day ? (
        <p className="quiet-text" role="status">
          {t.simulation.replay.loading}
        </p>
      ) : !span ? (
        <Notice kind="empty">
          <p>{t.simulation.replay.closed}</p>
        </Notice>
      ) : (
        <ReplayStage key={`${date} ${replication}`} {...{ day, span, scenario, axis, date }} />
      )}
    </section>
  );
}
