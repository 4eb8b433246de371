/** What each further conversation at once adds to an agent's work, and what it costs the customers. */
import { useMemo } from 'react';
import { bestConcurrency, conversationCurve } from '../../../queueing/conversation-curve.ts';
import type { Conversation, Handling } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';

type ConversationCurveProps = { readonly handling: Handling; readonly conversation: Conversation };

export function ConversationCurve({ handling, conversation }: ConversationCurveProps) {
  const { t, f } = useLocale();
  const { limit, agentTurn, customerTurn } = conversation;
  const { mean, afterContact } = handling;
  const curve = useMemo(
    () =>
      conversationCurve({
        handleTime: mean + afterContact,
        afterContact,
        agentTurn: Math.min(agentTurn, mean),
        customerTurn,
        limit,
      }),
    [mean, afterContact, agentTurn, customerTurn, limit],
  );
  const best = curve[bestConcurrency(curve) - 1];
  const most = Math.max(...curve.map(({ throughput }) => throughput));
  const title = best ? t.channels.curveTitle(f.count(best.concurrency), f.number(best.throughput, 1)) : '';
  return (
    <>
      {agentTurn > mean && <p className="field-error">{t.channels.turnTooLong}</p>}
      <DataTable
        caption={title}
        rows={curve}
        rowKey={({ concurrency }) => concurrency}
        columns={[
          { id: 'hold', head: t.channels.curveHold, cell: ({ concurrency }) => f.count(concurrency) },
          {
            id: 'gain',
            head: t.channels.curveGain,
            text: true,
            cell: ({ throughput }) => (
              <span className="gain">
                <span className="gain-bar" style={{ '--share': throughput / most }} aria-hidden="true" />×{' '}
                {f.number(throughput, 2)}
              </span>
            ),
          },
          { id: 'reply', head: t.channels.curveReply, cell: ({ replyTime }) => f.duration(replyTime) },
          { id: 'busy', head: t.channels.curveBusy, cell: ({ utilisation }) => f.share(utilisation) },
        ]}
      />
    </>
  );
}
