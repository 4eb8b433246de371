/**
 * An answer that only one page wants: asked when the document has been still for a moment, shown
 * until a newer one replaces it.
 */
import { useEffect, useState } from 'react';
import type { Scenario } from '../scenario/schema.ts';
import { useApp } from './use-app.ts';

const PAUSE = 400;

export type Background<Answer> = {
  readonly answer: Answer | null;
  readonly pending: boolean;
  readonly failed: boolean;
};

/** @param ask stable across renders (module level, or memoised on what it depends on) */
export function useBackground<Answer>(ask: (scenario: Scenario) => Promise<Answer>): Background<Answer> {
  const scenario = useApp((state) => state.scenario);
  const [state, setState] = useState<{ of: Scenario | null; answer: Answer | null; failed: boolean }>({
    of: null,
    answer: null,
    failed: false,
  });
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      ask(scenario).then(
        (answer) => wanted && setState({ of: scenario, answer, failed: false }),
        () => wanted && setState((before) => ({ ...before, of: scenario, failed: true })),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, scenario]);
  return { answer: state.answer, pending: state.of !== scenario, failed: state.failed };
}
