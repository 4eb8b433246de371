/** The day on screen solved exactly, in a worker, once the document is still. */
import { useCallback, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { ExactDay, ExactDayQuestion } from '../../../scenario/exact-day.ts';
import type { Channel, ShiftEnd } from '../../../scenario/schema.ts';
import { useRoot } from '../../use-app.ts';
import { useBackground } from '../../use-background.ts';
import type { DayView } from './day-view.ts';
import { isLine, wholeAgents } from './ladder.ts';

/** @returns null where the day cannot be solved exactly, undefined while it is being solved */
export function useExactDay(
  targets: Channel['targets'],
  patience: Channel['patience'],
  figures: ChannelAnalysis,
  intervals: DayView['intervals'],
  intervalSeconds: number,
  shiftEnd: ShiftEnd | undefined,
): ExactDay | null | undefined {
  const { engines } = useRoot().app;
  const question = useMemo(
    (): ExactDayQuestion | null =>
      isLine(figures) && figures.handleTime > 0
        ? {
            intervalSeconds,
            offered: intervals.map((interval) => figures.offered[interval] ?? 0),
            planned: intervals.map((interval) => wholeAgents(figures, interval)),
            handleTime: figures.handleTime,
            patience: patience?.mean ?? null,
            targets,
            shiftEnd,
          }
        : null,
    [targets, patience, figures, intervals, intervalSeconds, shiftEnd],
  );
  const ask = useCallback(
    async () => ({ question, day: question && (await engines.exactDay(question)) }),
    [engines, question],
  );
  const { answer, failed } = useBackground(ask);
  if (question === null || failed) return null;
  return answer?.question === question ? answer.day : undefined;
}
