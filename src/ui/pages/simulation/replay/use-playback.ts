/** Time that moves by itself while playing: every frame for the picture, a few times a second for the words. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { Seconds } from '../../../../units.ts';

/** Words and the slider follow this often, milliseconds. */
const TELL = 200;
/** Without motion, time takes a step this often. */
const STEP = 1000;

export type Playback = {
  readonly at: Seconds;
  readonly playing: boolean;
  readonly moveTo: (at: Seconds) => void;
  readonly setPlaying: (playing: boolean) => void;
};

/** @param draw called with the moment of every frame while playing */
export function usePlayback(
  span: readonly [Seconds, Seconds],
  minutesPerSecond: number,
  still: boolean,
  draw: (at: Seconds) => void,
): Playback {
  const [wished, setAt] = useState<Seconds | null>(null);
  const [playing, setPlaying] = useState(false);
  const [first, last] = span;
  const at = Math.min(last, Math.max(first, wished ?? first + (last - first) / 3));
  const start = useEffectEvent(() => at);
  const paint = useEffectEvent((moment: Seconds) => draw(moment));

  useEffect(() => {
    if (!playing) return undefined;
    let moment = start();
    let before: number | null = null;
    let told = 0;
    let frame = requestAnimationFrame(function next(now: number) {
      const elapsed = before === null ? 0 : now - before;
      if (!still || before === null || elapsed >= STEP) {
        moment = Math.min(last, moment + (elapsed / 1000) * minutesPerSecond * 60);
        before = now;
        paint(moment);
        if (now - told >= TELL || moment >= last) {
          told = now;
          setAt(moment);
        }
      }
      if (moment >= last) setPlaying(false);
      else frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, minutesPerSecond, still, last]);

  return {
    at,
    playing,
    moveTo(to) {
      setPlaying(false);
      setAt(to);
    },
    setPlaying(play) {
      if (play && at >= last) setAt(first);
      setPlaying(play);
    },
  };
}
