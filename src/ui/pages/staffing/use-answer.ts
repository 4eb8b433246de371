/** A closer look asked of the second worker for the figures on screen; the last answer stays until the next. */
import { useEffect, useState } from 'react';

export type Answered<Answer> = {
  /** Undefined until there is one. */
  readonly answer: Answer | undefined;
  /** Whether it belongs to the question now asked. */
  readonly current: boolean;
};

/** A hand on a slider is faster than this. */
const PAUSE = 120;

/** @param ask memoised on what it depends on; null while there is nothing to ask */
export function useAnswer<Answer>(ask: (() => Promise<Answer>) | null): Answered<Answer> {
  const [state, setState] = useState<{ of: unknown; answer: Answer | undefined }>({
    of: null,
    answer: undefined,
  });
  useEffect(() => {
    if (!ask) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      ask().then(
        (answer) => wanted && setState({ of: ask, answer }),
        () => wanted && setState({ of: ask, answer: undefined }),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask]);
  return { answer: state.answer, current: ask !== null && state.of === ask };
}
