/** Reasons of a channel added, changed and removed, with shares and handle times that always fit together. */
import type { Seconds, Share } from '../units.ts';
import { withSomebody } from './edit-reason-times.ts';
import { patienceByReason, withMeanPatience } from './patience.ts';
import { reasonsOf } from './reasons.ts';
import type { Reason } from './schema-customers.ts';
import type { Channel, Text } from './schema.ts';

export type Edited = Pick<Channel, 'handling' | 'patience' | 'reasons'>;

/** What `reasonOf` names besides the reason itself. */
type Part = {
  readonly reason: Reason;
  readonly share: Share;
  readonly mean: Seconds;
  /** Mean patience, where reasons differ in it. */
  readonly patience?: Seconds | undefined;
};

/** The reasons with their seconds: what stays when shares move. */
function partsOf(channel: Channel): Part[] {
  const { reasons = [] } = channel;
  const patience = patienceByReason(channel);
  return reasonsOf(channel).map(({ share, mean }, index) => ({
    reason: reasons[index]!,
    share,
    mean,
    patience: patience[index]?.mean,
  }));
}

/** The channel's means follow from its reasons' seconds. */
function edited({ handling, patience }: Channel, parts: readonly Part[]): Edited {
  const mean = parts.reduce((sum, part) => sum + part.share * part.mean, 0);
  const differ = patience !== null && parts.some((part) => part.patience !== undefined);
  const usual = patience?.mean ?? 0;
  const wait = differ ? parts.reduce((sum, part) => sum + part.share * (part.patience ?? usual), 0) : usual;
  return {
    handling: { ...handling, mean },
    patience: differ ? withMeanPatience(patience, wait) : patience,
    reasons: withSomebody(
      parts.map(({ reason, share, mean: own, patience: waits = usual }) => ({
        ...reason,
        share,
        handleTimeFactor: own / mean,
        ...(differ ? { patienceFactor: waits / wait } : {}),
      })),
    ),
  };
}

/** The reason waits so long, the others as they did; their channel's mean follows. */
export function withReasonPatience(channel: Channel, id: string, mean: Seconds): Edited {
  const usual = channel.patience?.mean;
  return edited(
    channel,
    partsOf(channel).map((part) => ({
      ...part,
      patience: part.reason.id === id ? mean : (part.patience ?? usual),
    })),
  );
}

/** Where nobody gives up, or contacts can wait, no reason says when. */
export function withoutReasonPatience({ reasons }: Channel): Pick<Channel, 'reasons'> {
  if (reasons === undefined) return {};
  return {
    reasons: reasons.map((reason) => {
      const { patienceFactor: _, ...rest } = reason;
      return rest;
    }),
  };
}

/** Two reasons that share a channel's contacts, alike until they are changed. */
export function withFirstReasons(channel: Channel, names: readonly [Text, Text]): Edited {
  const reasons = names.map((name, k) => ({ id: `reason-${k + 1}`, name, share: 0.5, handleTimeFactor: 1 }));
  return { handling: channel.handling, patience: channel.patience, reasons };
}

/** One more, to which all others give up a part of their share; like the channel as a whole otherwise. */
export function withReason(
  channel: Channel,
  { id, name }: { readonly id?: string; readonly name: Text },
): Edited {
  const parts = partsOf(channel);
  const share = 1 / (parts.length + 1);
  const used = new Set(parts.map(({ reason }) => reason.id));
  let free = parts.length + 1;
  while (used.has(`reason-${free}`)) free++;
  const reason: Reason = { id: id ?? `reason-${free}`, name, share, handleTimeFactor: 1 };
  return edited(channel, [
    ...parts.map((part) => ({ ...part, share: part.share * (1 - share) })),
    { reason, share, mean: channel.handling.mean },
  ]);
}

/** The others take its share in proportion; without the last one a channel has no reasons. */
export function withoutReason(channel: Channel, id: string): Edited {
  const left = partsOf(channel).filter(({ reason }) => reason.id !== id);
  return left.length === 0
    ? { handling: channel.handling, patience: channel.patience }
    : edited(channel, scaled(left, 1));
}

/** The others give way, or take what is left, in proportion. */
export function withReasonShare(channel: Channel, id: string, share: Share): Edited {
  const parts = partsOf(channel);
  const others = scaled(
    parts.filter(({ reason }) => reason.id !== id),
    1 - share,
  );
  // Alone it has all contacts.
  const own = others.length === 0 ? 1 : share;
  return edited(
    channel,
    parts.map((part) =>
      part.reason.id === id
        ? { ...part, share: own }
        : (others.find(({ reason }) => reason.id === part.reason.id) ?? part),
    ),
  );
}

export function withReasonHandleTime(channel: Channel, id: string, mean: Seconds): Edited {
  return edited(
    channel,
    partsOf(channel).map((part) => (part.reason.id === id ? { ...part, mean } : part)),
  );
}

/** Shares that sum to `total`: in proportion, or even where they were nothing. */
function scaled(parts: readonly Part[], total: Share): Part[] {
  const sum = parts.reduce((all, { share }) => all + share, 0);
  return parts.map((part) => ({
    ...part,
    share: sum > 0 ? (part.share * total) / sum : total / parts.length,
  }));
}
