import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import type { Channel } from '../../../../src/scenario/schema.ts';
import { formatsFor } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { closer } from '../../../../src/ui/i18n/en/closer.ts';
import { reasons } from '../../../../src/ui/i18n/en/reasons.ts';
import { fr } from '../../../../src/ui/i18n/fr.ts';
import { closer as closerFr } from '../../../../src/ui/i18n/fr/closer.ts';
import { unattainableSentence } from '../../../../src/ui/pages/staffing/unattainable.ts';
import { exampleChannel, exampleScenario } from '../../../scenario/example.ts';

const english = { t: en, f: formatsFor('en', 'EUR') };
const french = { t: fr, f: formatsFor('fr', 'EUR') };
const level = { share: 1, threshold: 20, definition: 'offered' } as const;

function said(changes: Partial<Channel>, locale = english, messages = closer): string | null {
  const channel = exampleChannel(changes);
  const figures = analyse(exampleScenario({ channels: [channel] })).channels[0];
  if (!figures) throw new Error('expected a channel');
  return unattainableSentence(figures, channel.targets, 'phone', messages, locale);
}

describe('a target out of reach', () => {
  it('is named with its reason, in both languages', () => {
    const targets = { serviceLevel: level, abandonment: 0.05 };
    expect(said({ targets })).toMatch(/100\s%.*on the phone channel: with any number all agents are busy/);
    expect(said({ targets }, french, closerFr)).toMatch(/100\s%.*: quel que soit leur nombre/);
  });

  it('says what a conversation or one contact takes', () => {
    const conversation = { limit: 3, agentTurn: 30, customerTurn: 60 };
    expect(said({ kind: 'chat', conversation, targets: { firstResponse: { mean: 5 } } })).toContain(
      reasons.reply,
    );
    expect(said({ kind: 'email', patience: null, targets: { firstResponse: { mean: 120 } } })).toContain(
      'one contact alone takes 5:00 of work',
    );
  });

  it('is nothing to speak of where every target can be met', () => {
    expect(said({})).toBeNull();
  });
});
