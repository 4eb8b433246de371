import { describe, expect, it } from 'vitest';
import { isComeBackTo } from '../../src/scenario/afterwards.ts';
import { withCallbackOffer } from '../../src/scenario/structure.ts';
import type { Afterwards } from '../../src/scenario/schema-customers.ts';
import { exampleChannel, exampleScenario } from './example.ts';

/** Whether customers come back to the phone, and to the mailbox beside it. */
function comeBackTo(afterwards: Afterwards): boolean[] {
  const channels = [
    exampleChannel({ afterwards }),
    exampleChannel({ id: 'mail', kind: 'email', patience: null, targets: {} }),
  ];
  const scenario = exampleScenario({ channels });
  return channels.map((channel) => isComeBackTo(scenario, channel));
}

describe('channels that customers come back to', () => {
  it.each([
    [{}, [false, false]],
    [{ redial: { share: 0, delay: 60 } }, [false, false]],
    [{ redial: { share: 0.2, delay: 60 } }, [true, false]],
    [{ recontact: { share: 0.2, delay: 60 } }, [true, false]],
    [{ switch: { share: 0.2, to: 'mail', delay: 60 } }, [false, true]],
    [{ transfer: { share: 0.2, to: 'mail' } }, [false, true]],
  ])('with %j', (afterwards, expected) => {
    expect(comeBackTo(afterwards)).toEqual(expected);
  });

  it('with callbacks', () => {
    const scenario = withCallbackOffer(exampleScenario(), 'phone');
    expect(scenario.channels.map((channel) => isComeBackTo(scenario, channel))).toEqual([false, true]);
  });
});
