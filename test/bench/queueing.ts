import { erlangA, requiredAgents } from '../../src/index.ts';
import { medianSeconds, type Figure } from './figure.ts';

/** Half-hours as they come in a week: load from a handful to a hundred erlangs, staffed around it. */
const halfHours = Array.from({ length: 336 }, (_, i) => {
  const contactsPerHour = 40 + 560 * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i % 48)) / 48));
  const handleTime = 240 + (i % 7) * 20;
  const agents = Math.max(1, Math.round((contactsPerHour * handleTime) / 3600 + ((i % 5) - 1) * 2));
  return { contactsPerHour, handleTime, patience: 90 + (i % 3) * 60, agents };
});
const targets = { serviceLevel: { share: 0.8, threshold: 20 }, abandonment: 0.05 };

export function queueingFigures(): Figure[] {
  const measures = medianSeconds(() => halfHours.map((queue) => erlangA(queue).answeredWithin(20)));
  const required = medianSeconds(() => halfHours.map((queue) => requiredAgents(queue, targets)));
  return [
    { name: 'Erlang A, all measures of a half-hour', value: halfHours.length / measures, unit: 'per second' },
    { name: 'least agents for two targets', value: halfHours.length / required, unit: 'half-hours/s' },
  ];
}
