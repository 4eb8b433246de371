/**
 * The journey as nodes in columns and flows between them, in contacts per replication.
 *
 *     how they come | bot | queue | what becomes of them | what they do then
 */
import {
  FATES,
  type Journey,
  NEXT,
  SOURCES,
  type Fate,
  type Next,
  type Source,
  UNHELPED,
} from '../../../simulation/journey.ts';

export type JourneyNode =
  | { readonly kind: 'source'; readonly which: Source | 'otherBot' }
  | { readonly kind: 'bot' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'fate'; readonly which: Fate | 'handedOn' }
  | { readonly kind: 'next'; readonly which: Next };

export type Flow = { readonly from: string; readonly to: string; readonly value: number };
export type PlacedNode = JourneyNode & { readonly id: string; readonly column: number };
export type JourneyFlow = {
  readonly nodes: readonly PlacedNode[];
  readonly flows: readonly Flow[];
  /** First contacts, of which shares are taken. */
  readonly first: number;
};

const COLUMN = { source: 0, bot: 1, queue: 2, fate: 3, next: 4 } as const;
const BY_QUEUE: readonly Fate[] = ['inTime', 'late', 'abandoned', 'blocked', 'away', 'waiting', 'calledBack'];
const BY_BOT: readonly Fate[] = ['solvedByBot', 'leftByBot'];

/** Order within a column: good above bad. */
const ALL_NODES: readonly JourneyNode[] = [
  ...SOURCES.map((which): JourneyNode => ({ kind: 'source', which })),
  { kind: 'source', which: 'otherBot' },
  { kind: 'bot' },
  { kind: 'queue' },
  { kind: 'fate', which: 'solvedByBot' },
  ...FATES.filter((which) => which !== 'solvedByBot').map((which): JourneyNode => ({ kind: 'fate', which })),
  { kind: 'fate', which: 'handedOn' },
  ...NEXT.map((which): JourneyNode => ({ kind: 'next', which })),
];

export function nodeId(node: JourneyNode): string {
  return 'which' in node ? `${node.kind} ${node.which}` : node.kind;
}

/**
 * Of one channel, or of all together.
 *
 * @param ownBot whether the bot hands over to this channel's own queue; of all together it always stays inside
 */
export function journeyFlow(
  journeys: readonly Journey[],
  replications: number,
  ownBot: boolean,
): JourneyFlow {
  const flows = new Map<string, Flow>();
  const add = (from: JourneyNode, to: JourneyNode, count: number): void => {
    if (count <= 0) return;
    const [a, b] = [nodeId(from), nodeId(to)];
    const before = flows.get(`${a} ${b}`)?.value ?? 0;
    flows.set(`${a} ${b}`, { from: a, to: b, value: before + count / replications });
  };
  const bot: JourneyNode = { kind: 'bot' };
  const queue: JourneyNode = { kind: 'queue' };
  let handedOver = 0;
  let takenOver = 0;
  let first = 0;
  for (const journey of journeys) {
    for (const which of SOURCES) {
      add({ kind: 'source', which }, bot, journey.toBot[which]);
      add({ kind: 'source', which }, queue, journey.toQueue[which]);
    }
    for (const which of BY_QUEUE) add(queue, { kind: 'fate', which }, journey.fates[which]);
    for (const which of BY_BOT) add(bot, { kind: 'fate', which }, journey.fates[which]);
    for (const which of UNHELPED)
      for (const next of NEXT)
        add({ kind: 'fate', which }, { kind: 'next', which: next }, journey.after[which][next]);
    handedOver += journey.handedOver;
    takenOver += journey.takenOver;
    first += (journey.toBot.first + journey.toQueue.first) / replications;
  }
  const inside = ownBot ? Math.min(handedOver, takenOver) : 0;
  add(bot, queue, inside);
  add(bot, { kind: 'fate', which: 'handedOn' }, handedOver - inside);
  add({ kind: 'source', which: 'otherBot' }, queue, takenOver - inside);
  const used = new Set([...flows.values()].flatMap(({ from, to }) => [from, to]));
  return {
    nodes: ALL_NODES.map((node) => ({ ...node, id: nodeId(node), column: COLUMN[node.kind] })).filter(
      ({ id }) => used.has(id),
    ),
    flows: [...flows.values()],
    first,
  };
}
