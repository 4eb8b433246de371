/** Draws a scene; colours come from the theme by way of the canvas's own style. */
import { CELL, DOT, type Scene, type Stage } from './replay-scene.ts';

export type Palette = Record<'ink' | 'faint' | 'line' | 'waiting' | 'late' | 'busy' | 'panel', string>;

export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  // A custom property keeps its light-dark(); a colour that was set from it does not.
  const probe = document.createElement('span');
  element.parentElement?.append(probe);
  const of = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    ink: style.color,
    faint: of('--ink-2'),
    line: of('--line-1'),
    waiting: of('--demand'),
    late: of('--under'),
    busy: of('--staffed'),
    panel: of('--panel'),
  };
  probe.remove();
  return palette;
}

export function drawScene(
  context: CanvasRenderingContext2D,
  stage: Stage,
  scene: Scene,
  palette: Palette,
  options: {
    readonly ratio: number;
    readonly shown: readonly boolean[];
    readonly font: string;
    readonly counts: { readonly lanes: readonly string[]; readonly blocks: readonly string[] };
  },
): void {
  const { ratio, shown, font, counts } = options;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, stage.width, stage.height);
  context.font = font;
  context.textBaseline = 'alphabetic';
  stage.lanes.forEach(({ y, label }, c) => {
    if (!shown[c]) return;
    write(context, label, 0, y - DOT - 8, palette.ink, 'left');
    const hidden = scene.more[c] ?? 0;
    if (hidden > 0) write(context, `+${hidden}`, 0, y + DOT, palette.faint, 'left');
    write(context, counts.lanes[c] ?? '', stage.head + DOT, y - DOT - 8, palette.faint, 'right');
    context.strokeStyle = palette.line;
    context.beginPath();
    context.moveTo(0, y + DOT + 4.5);
    context.lineTo(stage.head + DOT, y + DOT + 4.5);
    context.stroke();
  });
  stage.blocks.forEach(({ x, y, width, label }, g) => {
    write(context, label, x, y - 6, palette.ink, 'left');
    write(context, counts.blocks[g] ?? '', x + width, y - 6, palette.faint, 'right');
  });
  for (const { x, y, fill } of scene.cells) {
    context.strokeStyle = palette.busy;
    context.lineWidth = 1.5;
    if (fill > 0) {
      context.fillStyle = palette.busy;
      context.fillRect(x, y, CELL, CELL);
      if (fill > 1) write(context, String(fill), x + CELL / 2, y + CELL - 2.5, palette.panel, 'center');
    } else context.strokeRect(x + 0.75, y + 0.75, CELL - 1.5, CELL - 1.5);
  }
  context.lineWidth = 1;
  for (const { x, y, late, fade } of [...scene.dots, ...scene.moving]) {
    context.globalAlpha = Math.max(0, fade);
    context.fillStyle = late ? palette.late : palette.waiting;
    context.beginPath();
    // Late ones differ in shape too.
    if (late) context.rect(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    else context.arc(x, y, DOT, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  align: CanvasTextAlign,
): void {
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(text, x, y);
}
