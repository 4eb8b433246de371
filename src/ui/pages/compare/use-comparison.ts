/** The simulated comparison of the two scenarios on screen: started when both rest, cancelled by a change. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Comparison, FlipCounts } from '../../../app/simulator.ts';
import type { Issue } from '../../../errors.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import type { Seconds } from '../../../units.ts';
import { useRoot } from '../../use-app.ts';

export type ComparisonState = {
  /** `held`: would take long, so it waits for a word. */
  readonly status: 'waiting' | 'held' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: Seconds | null;
  readonly comparison: Comparison | null;
  readonly flips: FlipCounts | null;
  readonly issues: readonly Issue[];
};

export type ComparisonControl = {
  readonly state: ComparisonState;
  readonly cancel: () => void;
  readonly run: (replications: number) => void;
};

/** Dragging a slider elsewhere, or a swap of the two, should not start a run each. */
const PAUSE = 800;
/** Customers are followed one by one through so many replications. */
const FOLLOWED = 4;

const WAITING: ComparisonState = {
  status: 'waiting',
  done: 0,
  total: 0,
  secondsLeft: null,
  comparison: null,
  flips: null,
  issues: [],
};

type Asked = {
  readonly first: Scenario;
  readonly second: Scenario;
  readonly replications: number;
  /** Of a run asked for by hand, its number; 0: nobody asked. */
  readonly turn: number;
};
type Run = { readonly asked: Asked; readonly state: ComparisonState };

/** The last one that ended, for coming back to the page. */
let kept: Run | null = null;
let turns = 0;

const samePair = (a: Asked, b: Asked): boolean => a.first === b.first && a.second === b.second;

/** @param isLong whether so many replications take so long that they are not begun unasked */
export function useComparison(
  first: Scenario,
  second: Scenario,
  active: boolean,
  isLong: (replications: number) => boolean,
): ComparisonControl {
  const { simulations } = useRoot();
  const [wish, setWish] = useState<Asked | null>(null);
  const [run, setRun] = useState<Run | null>(null);
  const controller = useRef<AbortController | null>(null);
  const own = wish?.first === first && wish.second === second ? wish : null;
  const replications = own?.replications ?? second.simulation.replications;
  const turn = own?.turn ?? 0;
  // A new object for every wish, so that asking again for the same starts anew.
  const asked = useMemo(() => ({ first, second, replications, turn }), [first, second, replications, turn]);
  const held = turn === 0 && isLong(replications);
  const known =
    kept && samePair(kept.asked, asked) && (turn === 0 || kept.asked.turn === turn) ? kept.state : null;

  useEffect(() => {
    if (!active || known || held) return undefined;
    const started = new AbortController();
    controller.current = started;
    const timer = setTimeout(() => {
      void play(asked, started.signal, simulations, setRun);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      started.abort();
    };
  }, [asked, active, known, held, simulations]);

  return {
    state: known ?? (held ? { ...WAITING, status: 'held', total: replications } : stateFor(asked, run)),
    cancel() {
      controller.current?.abort();
      setRun((before) => ({
        asked,
        state: { ...stateFor(asked, before), status: 'cancelled' },
      }));
    },
    run(more) {
      // What was kept stays on screen until there is more.
      if (known) setRun({ asked, state: known });
      setWish({ first, second, replications: more, turn: ++turns });
    },
  };
}

/** While more replications run, what the fewer gave stays on screen. */
function stateFor(asked: Asked, run: Run | null): ComparisonState {
  if (run?.asked === asked) return run.state;
  return run && samePair(run.asked, asked) ? { ...WAITING, comparison: run.state.comparison } : WAITING;
}

async function play(
  asked: Asked,
  signal: AbortSignal,
  simulations: ReturnType<typeof useRoot>['simulations'],
  write: (change: (before: Run | null) => Run) => void,
): Promise<void> {
  const { first, second, replications } = asked;
  const put = (change: Partial<ComparisonState>): void => {
    if (!signal.aborted) write((before) => ({ asked, state: { ...stateFor(asked, before), ...change } }));
  };
  put({ status: 'running', done: 0, total: replications, secondsLeft: null });
  try {
    const engine = await simulations();
    const comparison = await engine.compare(first, second, {
      replications,
      signal,
      onProgress({ done, total, secondsLeft, soFar }) {
        put({ done, total, secondsLeft, ...(soFar ? { comparison: soFar } : {}) });
      },
    });
    if ('issues' in comparison) {
      put({ status: 'failed', issues: comparison.issues });
      return;
    }
    put({ comparison, done: replications, secondsLeft: null });
    const flips = await engine.flips(first, second, {
      replications: Math.min(FOLLOWED, replications),
      signal,
    });
    if ('issues' in flips || signal.aborted) return;
    const state: ComparisonState = {
      status: 'done',
      done: replications,
      total: replications,
      secondsLeft: null,
      comparison,
      flips,
      issues: [],
    };
    kept = { asked, state };
    put(state);
  } catch (error) {
    put({
      status: 'failed',
      issues: [
        { path: '$', code: 'failed', message: error instanceof Error ? error.message : String(error) },
      ],
    });
  }
}
