/** Actions whose effect the reader sees: `< 1 % → < 1 %` is no reason to pay for agents. */
import type { Action } from '../../../scenario/analysis.ts';
import type { Formats } from '../../format.ts';

export function visibleActions(actions: readonly Action[], f: Pick<Formats, 'share'>): readonly Action[] {
  return actions.filter(({ chanceBefore, chanceAfter }) => f.share(chanceBefore) !== f.share(chanceAfter));
}
