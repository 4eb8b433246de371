/** What a document may say of customers who come back, are passed on or called back. */
import { describe, expect, it } from 'vitest';
import { withCallbackOffer } from '../../src/scenario/structure.ts';
import { type Change, changed, issuesOf } from './changed.ts';
import { comingBack, exampleBot, exampleChannel, exampleScenario } from './example.ts';

describe('customers who come back', () => {
  const base = exampleScenario({ channels: comingBack() });
  const broken = (change: Change): string[] => issuesOf(changed(change, base));

  it('are part of a good document', () => {
    expect(issuesOf(base)).toEqual([]);
  });

  it.each<[string, Change, string]>([
    [
      'more of them than gave up',
      (d) => (d.channels[0].afterwards.redial.share = 0.8),
      'wrong-sum $.channels[0].afterwards',
    ],
    [
      'to a channel that is not there',
      (d) => (d.channels[0].afterwards.switch.to = 'fax'),
      'unknown-channel $.channels[0].afterwards.switch.to',
    ],
    [
      'more of them than were answered',
      (d) => (d.channels[0].afterwards.transfer.share = 0.95),
      'wrong-sum $.channels[0].afterwards',
    ],
    [
      'passed on to where they are',
      (d) => (d.channels[0].afterwards.transfer.to = 'phone'),
      'not-accepted $.channels[0].afterwards.transfer.to',
    ],
    [
      'to the channel they left',
      (d) => (d.channels[0].afterwards.switch.to = 'phone'),
      'not-accepted $.channels[0].afterwards.switch.to',
    ],
    [
      'at once',
      (d) => (d.channels[0].afterwards.redial.delay = 0),
      'out-of-range $.channels[0].afterwards.redial.delay',
    ],
    [
      'after giving up a mailbox',
      (d) => (d.channels[1].afterwards.redial = { share: 0.1, delay: 60 }),
      'not-for-this-kind $.channels[1].afterwards.redial',
    ],
  ])('cannot come back %s', (_, change, issue) => {
    expect(broken(change)).toEqual([issue]);
  });

  it('cannot come back to or from self-service', () => {
    const selfService = exampleChannel({
      id: 'help',
      kind: 'selfService',
      patience: null,
      targets: {},
      afterwards: {},
      bot: exampleBot,
    });
    const document = exampleScenario({ channels: [...comingBack(), selfService] });
    expect(issuesOf(changed((d) => (d.channels[0].afterwards.switch.to = 'help'), document))).toEqual([
      'not-for-this-kind $.channels[0].afterwards.switch.to',
      'not-for-this-kind $.channels[2].afterwards',
    ]);
  });
});

describe('the offer of a callback', () => {
  const base = withCallbackOffer(exampleScenario({ channels: comingBack() }), 'phone');
  const broken = (change: Change): string[] => issuesOf(changed(change, base));

  it.each<[string, Change, string[]]>([
    ['is part of a good document', () => {}, []],
    [
      'names a channel that is there',
      (d) => (d.channels[0].callback.to = 'fax'),
      ['unknown-channel $.channels[0].callback.to'],
    ],
    [
      'names one that calls back',
      (d) => (d.channels[0].callback.to = 'mail'),
      ['not-for-this-kind $.channels[0].callback.to'],
    ],
    [
      'is made to who waits on the line',
      (d) => (d.channels[1].callback = d.channels[0].callback),
      ['not-for-this-kind $.channels[1].callback'],
    ],
    [
      'is accepted by a share',
      (d) => (d.channels[0].callback.accept = 1.5),
      ['out-of-range $.channels[0].callback.accept'],
    ],
  ])('%s', (_, change, issues) => {
    expect(broken(change)).toEqual(issues);
  });
});
