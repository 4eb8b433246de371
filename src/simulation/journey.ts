/**
 * The way of customers: from their first contact through bot and queue to an answer, to another attempt, or
 * out of the door. Counts per class, summed over replications.
 *
 *     first contact ─┬─> bot ─┬─> solved                    returns are drawn where they leave (`retry`)
 *     redial ────────┤        ├─> unsolved ─┬─> recontact   and where they come in again (`redial`,
 *     switch ────────┤        │             └─> gone        `switch`, `recontact`), so nothing runs
 *     recontact ─────┘        └─> queue ─┬─> in time        in circles
 *          └──────────────────> queue    ├─> late
 *                                        └─> gave up ─┬─> redial, switch
 *                                                     └─> gone
 */
import type { Accumulated } from './accumulate.ts';
import * as V from './class-values.ts';
import type { CompiledModel } from './compile.ts';
import * as K from './counters.ts';
import { HANDED_OVER_BY_BOT, RECONTACT, REDIAL, SWITCH } from './follow-ups.ts';

/** How a contact came in. */
export const SOURCES = ['first', 'redial', 'switch', 'recontact'] as const;
/** What became of a contact; `away`: met closed doors; `calledBack`: goes on where calls are returned. */
export const FATES = [
  'inTime',
  'late',
  'abandoned',
  'blocked',
  'away',
  'waiting',
  'calledBack',
  'solvedByBot',
  'leftByBot',
] as const;
/** What a customer did after a contact that did not help: came back, or not. */
export const NEXT = ['redial', 'switch', 'recontact', 'gone'] as const;

/** Fates that leave the customer's question open. */
export const UNHELPED = ['abandoned', 'blocked', 'away', 'leftByBot'] as const satisfies readonly Fate[];

export type Unhelped = (typeof UNHELPED)[number];
export type Source = (typeof SOURCES)[number];
export type Fate = (typeof FATES)[number];
export type Next = (typeof NEXT)[number];

/** Contacts of one class (for what a bot hands over: the class that takes it). */
export type Journey = {
  readonly id: string;
  /** Contacts that met the bot, and that joined an agent's queue or were refused there, by how they came. */
  readonly toBot: Record<Source, number>;
  readonly toQueue: Record<Source, number>;
  /** From this class's own bot to an agent's queue, its own or another's. */
  readonly handedOver: number;
  /** From any bot into this class's queue. */
  readonly takenOver: number;
  readonly fates: Record<Fate, number>;
  /** What customers did who were not helped. */
  readonly after: Record<Unhelped, Record<Next, number>>;
};

/**
 * Of all replications gathered, per class. Most of it is what the classes and their bots count anyway; how
 * customers came again is counted when they do, so who would be back after the end has gone.
 */
export function journeysFrom(compiled: CompiledModel, data: Accumulated): Journey[] {
  const { classes, columns, intervals, model } = compiled;
  return classes.map((_, c) => {
    const value = (v: number) => data.sums[(intervals * columns.length + c) * V.CLASS_VALUES + v]!;
    const bot = (f: number) => data.bot[c * K.BOT_FIELDS + f]!;
    const back = (f: number) => data.returns[c * K.RETURN_FIELDS + f]!;
    const next = (all: number, redial: number, again: number, recontact: number) => ({
      redial,
      switch: again,
      recontact,
      gone: all - redial - again - recontact,
    });
    const leftByBot = bot(K.BOT_LEFT) + bot(K.BOT_RECONTACTED);
    // Put back by a shift end and not answered again: judged in time, and abandoned or waiting all the same.
    const inTime = Math.min(value(V.V_WITHIN), value(V.V_ANSWERED));
    return {
      id: model.classes[c]!.id,
      // Bots meet first contacts only.
      toBot: { first: bot(K.BOT_REACHED), redial: 0, switch: 0, recontact: 0 },
      toQueue: {
        first: value(V.V_ARRIVALS) - bot(K.BOT_REACHED),
        redial: back(K.CAME_AGAIN + REDIAL),
        switch: back(K.CAME_AGAIN + SWITCH),
        recontact: back(K.CAME_AGAIN + RECONTACT),
      },
      handedOver: bot(K.BOT_ESCALATED),
      takenOver: back(K.CAME_AGAIN + HANDED_OVER_BY_BOT),
      fates: {
        inTime,
        late: value(V.V_ANSWERED) - inTime,
        abandoned: value(V.V_ABANDONED),
        blocked: value(V.V_BLOCKED),
        away: value(V.V_TURNED_AWAY),
        waiting: value(V.V_WAITING),
        calledBack: value(V.V_CALLED_BACK),
        solvedByBot: bot(K.BOT_RESOLVED),
        leftByBot,
      },
      after: {
        abandoned: next(value(V.V_ABANDONED), back(K.ABANDONED_REDIALED), back(K.ABANDONED_SWITCHED), 0),
        blocked: next(value(V.V_BLOCKED), back(K.BLOCKED_REDIALED), back(K.BLOCKED_SWITCHED), 0),
        away: next(value(V.V_TURNED_AWAY), 0, 0, 0),
        leftByBot: next(leftByBot, 0, 0, back(K.BOT_LEFT_RECONTACTED)),
      },
    };
  });
}
