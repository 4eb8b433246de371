/** Short labels beside the points of a curve, none upon another, a dot, the curve, or out of the picture. */

export type Spot = { readonly x: number; readonly y: number };

/** Where a label's baseline lies from its point, and which end of it. */
export type LabelPlace = {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Above first; a curve that rises leaves room to the right below it, and to the left above. */
const PLACES: readonly LabelPlace[] = [
  { dx: 0, dy: -10, anchor: 'middle' },
  { dx: 8, dy: 16, anchor: 'start' },
  { dx: -8, dy: -8, anchor: 'end' },
  { dx: 0, dy: 20, anchor: 'middle' },
  { dx: 8, dy: -8, anchor: 'start' },
  { dx: -8, dy: 16, anchor: 'end' },
];

/** Of the labels' type: mean width of a character, and how far it goes up from its baseline. */
const CHARACTER = 7.5;
const RISE = 12;
const DROP = 4;
const DOT = 6;
const STEP = 4;

/**
 * The first free place of each label, in their order; null where there is none: the point is told when pointed at.
 *
 * @param taken a label that is there already, with its place
 */
export function placeLabels(
  points: readonly (Spot & { readonly label: string })[],
  width: number,
  taken: readonly (Spot & { readonly label: string; readonly place: LabelPlace })[] = [],
): (LabelPlace | null)[] {
  const boxes = taken.map(({ label, place, ...spot }) => boxOf(spot, label, place));
  const dots = [...points, ...taken].map((spot): Box => ({
    left: spot.x - DOT,
    right: spot.x + DOT,
    top: spot.y - DOT,
    bottom: spot.y + DOT,
  }));
  const curve = alongCurve(points);
  return points.map(({ label, ...spot }) => {
    const place = PLACES.find((candidate) => {
      const box = boxOf(spot, label, candidate);
      return (
        box.left >= 0 &&
        box.right <= width &&
        [...boxes, ...dots].every((other) => isApart(box, other)) &&
        !curve.some((at) => isWithin(at, box))
      );
    });
    if (!place) return null;
    boxes.push(boxOf(spot, label, place));
    return place;
  });
}

/** Places on the straight lines from point to point, close enough together that no label slips between them. */
function alongCurve(points: readonly Spot[]): Spot[] {
  return points.slice(1).flatMap((to, k): Spot[] => {
    const from = points[k] ?? to;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP);
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
  });
}

function isWithin({ x, y }: Spot, { left, right, top, bottom }: Box): boolean {
  return x > left && x < right && y > top && y < bottom;
}

function boxOf({ x, y }: Spot, label: string, { dx, dy, anchor }: LabelPlace): Box {
  const length = label.length * CHARACTER;
  const left = x + dx - { start: 0, middle: length / 2, end: length }[anchor];
  return { left, right: left + length, top: y + dy - RISE, bottom: y + dy + DROP };
}

function isApart(one: Box, other: Box): boolean {
  return (
    one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
  );
}
