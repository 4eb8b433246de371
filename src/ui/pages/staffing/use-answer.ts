/** A closer look asked of the second worker for the figures on screen; the last answer stays until the next. */
import { useEffect, useState } from 'react';

export type Answered<Answer> = {
  /** Undefined until there is one about this subject. */
  readonly answer: Answer | undefined;
  /** Whether it belongs to the question now asked. */
  readonly current: boolean;
  /** The question now asked could not be answered. */
  readonly failed: boolean;
};

/** A hand on a slider is faster than this. */
const PAUSE = 120;

/**
 * @param ask memoised on what it depends on; null while there is nothing to ask
 * @param subject what the answer is about (a channel, a day): the answer about another is not shown
 */
export function useAnswer<Answer>(ask: (() => Promise<Answer>) | null, subject: string): Answered<Answer> {
  const [state, setState] = useState<{
    of: unknown;
    subject: string;
    answer: Answer | undefined;
    failed: boolean;
  }>({ of: null, subject, answer: undefined, failed: false });
  useEffect(() => {
    if (!ask) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      ask().then(
        (answer) => wanted && setState({ of: ask, subject, answer, failed: false }),
        () => wanted && setState({ of: ask, subject, answer: undefined, failed: true }),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, subject]);
  const current = ask !== null && state.of === ask;
  return {
    answer: state.subject === subject ? state.answer : undefined,
    current,
    failed: current && state.failed,
  };
}
