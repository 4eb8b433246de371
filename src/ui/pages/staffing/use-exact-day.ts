/** The day on screen solved exactly, in a worker, once the document is still. */
import { useCallback, useMemo } from 'react';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { conversationQuestion } from '../../../scenario/conversation-question.ts';
import { shiftEndOf, type ExactDay, type ExactDayQuestion } from '../../../scenario/exact-day.ts';
import { hoursBefore } from '../../../scenario/hours-before.ts';
import { lineAtOpening } from '../../../scenario/left-over.ts';
import { quietEndsOf, wholeWithQuietEnds } from '../../../scenario/quiet-ends.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { useRoot } from '../../use-app.ts';
import { useBackground } from '../../use-background.ts';
import type { DayView } from './day-view.ts';
import { agentsThere, isLine, isTalk } from './ladder.ts';

/** @returns null where the day cannot be solved exactly, undefined while it is being solved */
export function useExactDay(
  scenario: Scenario,
  channel: Channel,
  figures: ChannelAnalysis,
  { analysis, intervals: day }: DayView,
  axis: Axis,
): ExactDay | null | undefined {
  const { engines } = useRoot().app;
  const { id, targets, patience } = channel;
  const question = useMemo((): ExactDayQuestion | null => {
    if (figures.handleTime <= 0) return null;
    const { intervalSeconds } = axis;
    // Who is in line at the first opening is not served before it, and there are no hours before.
    const opening = channel.backlog ? day.indexOf(figures.open.indexOf(1)) : -1;
    const earlier = opening < 0 ? hoursBefore(figures.open, axis, day) : [];
    const closed = Math.max(0, opening);
    const intervals = [...earlier, ...day.slice(closed)];
    const before = earlier.length;
    if (isTalk(figures)) {
      const talks = conversationQuestion(scenario, analysis, id, intervals, intervalSeconds);
      return talks && { ...talks, before, closed };
    }
    if (!isLine(figures)) return null;
    const quiet = quietEndsOf(scenario, axis, [id]);
    const { agents, leaving, lastContact } = wholeWithQuietEnds(
      (interval) => agentsThere(figures, interval),
      intervals,
      quiet,
    );
    return {
      before,
      closed,
      waiting: lineAtOpening(channel, figures.open, intervals),
      intervalSeconds,
      offered: intervals.map((interval) => figures.offered[interval] ?? 0),
      planned: agents,
      leaving,
      lastContact,
      handleTime: figures.handleTime,
      patience: patience?.mean ?? null,
      targets,
      shiftEnd: shiftEndOf(scenario.groups, [id]),
    };
  }, [scenario, channel, id, targets, patience, figures, analysis, day, axis]);
  const ask = useCallback(
    async () => ({ question, day: question && (await engines.exactDay(question)) }),
    [engines, question],
  );
  const { answer, failed } = useBackground(ask);
  if (question === null || failed) return null;
  return answer?.question === question ? answer.day : undefined;
}
