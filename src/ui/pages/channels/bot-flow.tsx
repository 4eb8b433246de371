/** Where the contacts that start in front of a bot end up: one bar, five parts, their sizes in words. */
import { outcomeOf } from '../../../scenario/reasons.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';

const PARTS = ['direct', 'handedOver', 'recontact', 'lost', 'resolved'] as const;

type BotFlowProps = {
  readonly channel: Channel;
  readonly contacts: number;
  readonly format: (contacts: number) => string;
};

export function BotFlow({ channel, contacts, format }: BotFlowProps) {
  const { t, f } = useLocale();
  const outcome = outcomeOf(channel);
  const spared = outcome.resolved + outcome.lost;
  return (
    <figure className="flow" aria-labelledby="flow-title">
      <figcaption id="flow-title" className="part-title">
        {t.channels.flowTitle(f.share(spared))}
      </figcaption>
      <div className="flow-bar" aria-hidden="true">
        {PARTS.map((part) => (
          <span key={part} className={`flow-part flow-${part}`} style={{ '--share': outcome[part] }} />
        ))}
      </div>
      <dl className="flow-list">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>
              <i className={`flow-key flow-${part}`} aria-hidden="true" />
              {t.channels.flow[part]}
            </dt>
            <dd className="num">
              <b>{f.share(outcome[part], 1)}</b>
            </dd>
            <dd className="num quiet-text">{t.channels.perWeek(format(contacts * outcome[part]))}</dd>
          </div>
        ))}
      </dl>
      <p className="field-note">{t.channels.flowAssumption}</p>
    </figure>
  );
}
