/** Nodes stacked in columns, flows as bands between them; the order within a column is given. */
export type SankeyNode = { readonly id: string; readonly column: number };
export type SankeyFlow = { readonly from: string; readonly to: string; readonly value: number };

export type NodeBox = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly value: number;
  /** Among the columns that are used. */
  readonly column: number;
};
export type Band = SankeyFlow & {
  readonly path: string;
  readonly width: number;
  readonly y: number;
  readonly x: number;
};
export type SankeyLayout = {
  readonly nodes: readonly NodeBox[];
  readonly bands: readonly Band[];
  readonly columns: number;
};

export const NODE_WIDTH = 10;
/** Room between two nodes of a column, for a label of one line. */
const GAP = 20;
const LEAST = 1;

/** A node is as high as what comes in or goes out, whichever is more; a flow too thin to see is one pixel. */
export function layoutSankey(
  nodes: readonly SankeyNode[],
  flows: readonly SankeyFlow[],
  { width, height }: { readonly width: number; readonly height: number },
): SankeyLayout {
  const columns = [...new Set(nodes.map(({ column }) => column))].toSorted((a, b) => a - b);
  const total = (id: string, end: 'from' | 'to'): number =>
    flows.reduce((sum, flow) => sum + (flow[end] === id ? flow.value : 0), 0);
  const values = new Map(nodes.map(({ id }) => [id, Math.max(total(id, 'from'), total(id, 'to'))]));
  const scale = Math.min(
    ...columns.map((column) => {
      const own = nodes.filter((node) => node.column === column);
      const sum = own.reduce((all, { id }) => all + (values.get(id) ?? 0), 0);
      return sum > 0 ? (height - GAP * (own.length - 1)) / sum : Infinity;
    }),
  );
  const step = columns.length > 1 ? (width - NODE_WIDTH) / (columns.length - 1) : 0;
  const boxes = new Map<string, NodeBox>();
  columns.forEach((column, place) => {
    const own = nodes.filter((node) => node.column === column);
    const heights = own.map(({ id }) => Math.max(LEAST, (values.get(id) ?? 0) * scale));
    // The last column is drawn where its flows come from, the others from the top.
    const wanted = own.map(({ id }, k) =>
      place === columns.length - 1 ? sourceOf(id, flows, boxes) - (heights[k] ?? 0) / 2 : 0,
    );
    const tops = spread(wanted, heights, height);
    own.forEach(({ id }, k) => {
      boxes.set(id, {
        id,
        x: place * step,
        y: tops[k] ?? 0,
        height: heights[k] ?? 0,
        value: values.get(id) ?? 0,
        column: place,
      });
    });
  });
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const rank = (id: string): number => order.get(id) ?? 0;
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const take = (used: Map<string, number>, box: NodeBox, thick: number): number => {
    const at = used.get(box.id) ?? 0;
    used.set(box.id, at + thick);
    return box.y + at + thick / 2;
  };
  const sorted = flows.toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
  const starts = new Map(
    sorted.map((flow) => {
      const box = boxes.get(flow.from);
      return [flow, box ? take(right, box, flow.value * scale) : 0];
    }),
  );
  const ends = new Map(
    flows
      .toSorted((a, b) => rank(a.to) - rank(b.to) || rank(a.from) - rank(b.from))
      .map((flow) => {
        const box = boxes.get(flow.to);
        return [flow, box ? take(left, box, flow.value * scale) : 0];
      }),
  );
  const bands = sorted.map((flow): Band => {
    const x0 = (boxes.get(flow.from)?.x ?? 0) + NODE_WIDTH;
    const x1 = boxes.get(flow.to)?.x ?? 0;
    const y0 = starts.get(flow) ?? 0;
    const y1 = ends.get(flow) ?? 0;
    const middle = (x0 + x1) / 2;
    return {
      ...flow,
      path: `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`,
      width: Math.max(LEAST, flow.value * scale),
      x: middle,
      y: (y0 + y1) / 2,
    };
  });
  return { nodes: [...boxes.values()], bands, columns: columns.length };
}

/** Mean height at which a node's flows start. */
function sourceOf(id: string, flows: readonly SankeyFlow[], boxes: ReadonlyMap<string, NodeBox>): number {
  let weight = 0;
  let sum = 0;
  for (const { from, to, value } of flows) {
    const box = boxes.get(from);
    if (to !== id || !box) continue;
    weight += value;
    sum += value * (box.y + box.height / 2);
  }
  return weight > 0 ? sum / weight : 0;
}

/** Tops as wished, in order, parted by the gap and inside the picture. */
function spread(wanted: readonly number[], heights: readonly number[], height: number): number[] {
  const tops: number[] = [];
  let free = 0;
  wanted.forEach((wish, k) => {
    tops.push(Math.max(free, wish));
    free = (tops[k] ?? 0) + (heights[k] ?? 0) + GAP;
  });
  let floor = height;
  for (let k = tops.length - 1; k >= 0; k--) {
    tops[k] = Math.max(0, Math.min(tops[k] ?? 0, floor - (heights[k] ?? 0)));
    floor = (tops[k] ?? 0) - GAP;
  }
  return tops;
}
