import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, gestureEnded, newDocument, redone, replaced, undone } from '../../src/app/document.ts';
import { onePhoneDay } from '../scenario/one-phone-day.ts';

const start = newDocument(onePhoneDay(12));
const volume = (factor: number) => (draft: { channels: { volumeFactor: number }[] }) => {
  const [channel] = draft.channels;
  if (channel) channel.volumeFactor = factor;
};
const BOT = {
  reach: 1,
  containment: 0.3,
  resolution: 0.8,
  recontact: 0.5,
  handoverHandleTime: 0,
  escalateTo: 'phone',
  costPerContact: 0.1,
};
const factorOf = (document: typeof start): number | undefined => document.scenario.channels[0]?.volumeFactor;

describe('document history', () => {
  it('folds a drag into one step, and undoes it whole', () => {
    let document = start;
    for (const factor of [1.1, 1.2, 1.3]) document = edited(document, 'volume', volume(factor));
    expect(document.past).toHaveLength(1);
    expect(factorOf(document)).toBe(1.3);
    expect(undone(document).scenario).toEqual(start.scenario);
    expect(factorOf(redone(undone(document)))).toBe(1.3);
  });

  it('goes back to the same bytes, whatever was added, taken away or put back', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('factor', 'adjust', 'none', 'bot', 'end'), { maxLength: 12 }),
        (edits) => {
          const bytes: string[] = [JSON.stringify(start.scenario)];
          let document = start;
          edits.forEach((what, step) => {
            const steps = document.past.length;
            document =
              what === 'end'
                ? gestureEnded(document)
                : edited(document, what, ({ channels: [channel] }) => {
                    if (!channel) return;
                    if (what === 'factor') channel.volumeFactor = step + 2;
                    if (what === 'adjust')
                      channel.demand.adjustments = [
                        { kind: 'formula', who: '', why: '', formula: '1', contacts: [step] },
                      ];
                    if (what === 'none') delete channel.demand.adjustments;
                    if (what === 'bot') channel.bot = channel.bot ? null : structuredClone(BOT);
                  });
            if (document.past.length > steps) bytes.push('');
            bytes[document.past.length] = JSON.stringify(document.scenario);
          });
          for (let left = document.past.length; left > 0; left--) {
            document = undone(document);
            expect(JSON.stringify(document.scenario)).toBe(bytes[left - 1]);
          }
          for (let step = 1; document.future.length > 0; step++) {
            document = redone(document);
            expect(JSON.stringify(document.scenario)).toBe(bytes[step]);
          }
        },
      ),
      { seed: 20_261_125 },
    );
  });

  it('starts a new step after the gesture ended', () => {
    const first = gestureEnded(edited(start, 'volume', volume(1.1)));
    const second = edited(first, 'volume', volume(1.2));
    expect(second.past).toHaveLength(2);
    expect(factorOf(undone(second))).toBe(1.1);
  });

  it('forgets what was undone once something new is done', () => {
    const document = edited(undone(edited(start, 'volume', volume(1.1))), 'volume', volume(1.5));
    expect(document.future).toHaveLength(0);
    expect(redone(document)).toBe(document);
  });

  it('brings back what a file replaced', () => {
    const other = onePhoneDay(5);
    const document = replaced(edited(start, 'volume', volume(1.1)), other);
    expect(document.scenario).toEqual(other);
    expect(factorOf(undone(document))).toBe(1.1);
    expect(redone(undone(document)).scenario).toEqual(other);
  });

  it('does not count a change that changes nothing', () => {
    expect(edited(start, 'volume', volume(1))).toBe(start);
    expect(undone(start)).toBe(start);
  });
});
