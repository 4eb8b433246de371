/**
 * Where everything stands on the stage: a lane of dots for every queue, a block of squares for every group.
 * Positions follow from the moment alone, so that time can be moved either way.
 */
import type { Seconds } from '../../../../units.ts';
import { leftBetween, type Moment, type ReplayDay } from './replay-day.ts';

export type Dot = { readonly x: number; readonly y: number; readonly late: boolean; readonly fade: number };
export type Cell = { readonly x: number; readonly y: number; readonly fill: number; readonly agent: number };

export type Stage = {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly y: number; readonly label: string }[];
  readonly blocks: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly label: string;
  }[];
  /** Right end of the lanes, where the oldest contact waits. */
  readonly head: number;
};

export type Scene = {
  readonly dots: readonly Dot[];
  /** Contacts on their way to an agent, and out of the door. */
  readonly moving: readonly Dot[];
  readonly cells: readonly Cell[];
  /** Contacts that no longer fit on their lane, by lane. */
  readonly more: readonly number[];
};

export const DOT = 4;
export const CELL = 12;
const PITCH = 11;
const LANE = 44;
const LABEL = 18;
const NARROW = 640;
const GUTTER = 40;

export type Names = { readonly classes: readonly string[]; readonly groups: readonly string[] };

/**
 * Lanes at the left and blocks at the right, or below each other on a narrow stage.
 *
 * @param most agents of each group on the floor at once: what its block must hold
 * @param shown lanes of classes that have a queue at all
 */
export function layoutStage(
  width: number,
  names: Names,
  most: readonly number[],
  shown: readonly boolean[],
): Stage {
  const narrow = width < NARROW;
  const laneWidth = narrow ? width : Math.floor(width * 0.5);
  let y = 0;
  const lanes = names.classes.map((label, c) => {
    const lane = { y: y + LABEL + DOT + 2, label };
    if (shown[c]) y += LANE;
    return lane;
  });
  const lanesEnd = y;
  const left = narrow ? 0 : laneWidth + GUTTER;
  const room = width - left;
  y = narrow ? lanesEnd + 12 : 0;
  const perRow = Math.max(1, Math.floor(room / (CELL + 4)));
  const blocks = names.groups.map((label, g) => {
    const block = { x: left, y: y + LABEL, width: room, label };
    y += LABEL + Math.ceil((most[g] ?? 0) / perRow) * (CELL + 4) + 10;
    return block;
  });
  return { width, height: Math.max(lanesEnd, y) + 4, lanes, blocks, head: laneWidth - DOT - 2 };
}

export type SceneOptions = {
  readonly stage: Stage;
  readonly shown: readonly boolean[];
  /** Seconds after which a waiting contact of each class is late. */
  readonly thresholds: readonly number[];
  /** Simulated seconds that a move takes; 0: nothing is shown on its way. */
  readonly moveFor: Seconds;
};

/** Whose square is at a place of the stage; null between them. */
export function agentUnder(cells: readonly Cell[], x: number, y: number): number | null {
  const reach = CELL + 2;
  const found = cells.find(
    (cell) => x >= cell.x - 2 && x < cell.x + reach && y >= cell.y - 2 && y < cell.y + reach,
  );
  return found?.agent ?? null;
}

export function sceneAt(day: ReplayDay, moment: Moment, options: SceneOptions): Scene {
  const { stage, shown, thresholds, moveFor } = options;
  const { contacts } = day.record;
  const dots: Dot[] = [];
  const more: number[] = [];
  const fits = Math.max(1, Math.floor((stage.head - 40) / PITCH));
  moment.classes.forEach(({ waiting }, c) => {
    const lane = stage.lanes[c];
    more.push(shown[c] ? Math.max(0, waiting.length - fits) : 0);
    if (!lane || !shown[c]) return;
    waiting.slice(0, fits).forEach((contact, place) => {
      const waited = moment.at - (contacts.arrival[contact] ?? 0);
      const arriving = moveFor > 0 ? Math.min(1, waited / moveFor) : 1;
      const x = stage.head - place * PITCH;
      dots.push({
        x: x * arriving + DOT * (1 - arriving),
        y: lane.y,
        late: waited > (thresholds[c] ?? Infinity),
        fade: arriving,
      });
    });
  });
  const cells: Cell[] = [];
  const cellOf = new Map<number, Cell>();
  moment.groups.forEach(({ agents }, g) => {
    const block = stage.blocks[g];
    if (!block) return;
    const perRow = Math.max(1, Math.floor(block.width / (CELL + 4)));
    agents.forEach((agent, place) => {
      const cell = {
        x: block.x + (place % perRow) * (CELL + 4),
        y: block.y + Math.floor(place / perRow) * (CELL + 4),
        fill: moment.hands.get(agent) ?? 0,
        agent,
      };
      cells.push(cell);
      cellOf.set(agent, cell);
    });
  });
  const moving: Dot[] = [];
  if (moveFor > 0)
    for (const contact of leftBetween(day, moment.at - moveFor, moment.at)) {
      const c = contacts.class[contact] ?? 0;
      const lane = stage.lanes[c];
      if (!lane || !shown[c]) continue;
      const share = (moment.at - (day.left[contact] ?? 0)) / moveFor;
      const waited = (day.left[contact] ?? 0) - (contacts.arrival[contact] ?? 0);
      const late = waited > (thresholds[c] ?? Infinity);
      const cell = cellOf.get(contacts.agent[contact] ?? -1);
      if (cell) {
        const ease = share * share * (3 - 2 * share);
        moving.push({
          x: stage.head + (cell.x + CELL / 2 - stage.head) * ease,
          y: lane.y + (cell.y + CELL / 2 - lane.y) * ease,
          late,
          fade: 1,
        });
      } else moving.push({ x: stage.head, y: lane.y + 14 * share, late: true, fade: 1 - share });
    }
  return { dots, moving, cells, more };
}
