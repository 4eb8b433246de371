/** What is wrong with a scenario file: a sentence per code; what a field admits is the core's own English. */
import type { Issue } from '../../../errors.ts';

/** Large numbers as the pages write them; what stands in quotes is the file's own. */
function grouped(text: string): string {
  if (text.startsWith('"')) return text;
  return text.replaceAll(/\b\d{5,}\b/g, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ','));
}

export const issues = {
  /** `place`: the field as the pages name it. */
  sentence: ({ code, path, message, allowed = '', values = {} }: Issue, place = path): string => {
    const received = String(values['received'] ?? '');
    switch (code) {
      case 'missing':
        return `${place} is missing`;
      case 'unknown-field':
        return `${place} is not a field of a scenario`;
      case 'forbidden-name':
        return `${place} has a name that no field may have`;
      case 'unknown-channel':
        return `${place} is ${received}, which is not the id of a channel`;
      case 'not-a-scenario':
        return 'the file holds something else than a scenario: open one that was saved here';
      case 'newer-version':
        return 'the file comes from a newer release of the app: reload the page to get it';
      case 'clock-change':
        return `${place} is ${received}; a clock change of these days falls into the middle of such an interval`;
      case 'not-json':
        return `${path}: ${
          values['reason'] === 'ends-early'
            ? 'the file breaks off here'
            : 'this is not how a scenario file is written'
        }`;
      case 'more':
        return `and ${values['more']} more ${Number(values['more']) === 1 ? 'error' : 'errors'}`;
      case 'empty':
      case 'not-text':
      case 'too-large':
      case 'notServed':
        return message;
      default: {
        if (allowed === '') return message;
        return received === ''
          ? `${place} must be ${grouped(allowed)}`
          : `${place} is ${grouped(received)}, but must be ${grouped(allowed)}`;
      }
    }
  },
  /** Parts of the document that come in lists. */
  part: {
    channels: (number: string) => `channel ${number}`,
    groups: (number: string) => `group ${number}`,
    events: (number: string) => `peak event ${number}`,
    specialDays: (number: string) => `special day ${number}`,
  },
  entry: (number: string) => `entry ${number}`,
  /** A name that only the file has. */
  quoted: (name: string) => `“${name}”`,
  whole: 'the file',
};
