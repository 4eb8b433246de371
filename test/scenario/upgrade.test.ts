import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { SCENARIO_VERSION } from '../../src/scenario/schema.ts';
import { upgradeDocument, type Upgrades } from '../../src/scenario/upgrade.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const document = (version: unknown) => ({ format: 'effectif-scenario', version, patience: 60 });
const steps: Upgrades = {
  1: ({ patience, ...rest }) => ({ ...rest, patience: { mean: patience } }),
  2: (old) => ({ ...old, assurance: 0.8 }),
};

describe('version 1', () => {
  it('had one formula in place of the source, now the first adjustment', () => {
    const old = {
      format: 'effectif-scenario',
      version: 1,
      channels: [
        { id: 'phone', demand: { dayFactorCv: 0.1, override: { formula: 'volume * 2', contacts: [4] } } },
        { id: 'chat', demand: { dayFactorCv: 0 } },
      ],
    };
    expect(upgradeDocument(old)).toEqual({
      ok: true,
      document: {
        format: 'effectif-scenario',
        version: SCENARIO_VERSION,
        channels: [
          {
            id: 'phone',
            demand: {
              dayFactorCv: 0.1,
              adjustments: [{ kind: 'formula', who: '', why: '', formula: 'volume * 2', contacts: [4] }],
            },
          },
          { id: 'chat', demand: { dayFactorCv: 0 } },
        ],
      },
    });
  });
});

describe('version 2', () => {
  it('had no callbacks and no transfers, and is otherwise what it was', () => {
    const { callback: _, ...phone } = exampleChannel();
    const old = { ...exampleScenario({ channels: [phone] }), version: 2 };
    const upgraded = upgradeDocument(old);
    expect(upgraded).toEqual({ ok: true, document: { ...old, version: SCENARIO_VERSION } });
    expect(parseScenario(old).ok).toBe(true);
  });
});

describe('version 3', () => {
  it('knew one law of patience, and is otherwise what it was', () => {
    const old = { ...exampleScenario(), version: 3 };
    expect(upgradeDocument(old)).toEqual({ ok: true, document: { ...old, version: SCENARIO_VERSION } });
    expect(parseScenario(old).ok).toBe(true);
  });
});

describe('version 4', () => {
  it('knew no reasons why customers come, and is otherwise what it was', () => {
    const old = { ...exampleScenario(), version: 4 };
    expect(upgradeDocument(old)).toEqual({ ok: true, document: { ...old, version: SCENARIO_VERSION } });
    expect(parseScenario(old).ok).toBe(true);
  });
});

describe('version 5', () => {
  it('knew one mix of reasons at all times, and is otherwise what it was', () => {
    const reasons = [
      { id: 'order', share: 0.25, handleTimeFactor: 0.4 },
      { id: 'other', share: 0.75, handleTimeFactor: 1.2 },
    ];
    const old = { ...exampleScenario({ channels: [exampleChannel({ reasons })] }), version: 5 };
    expect(upgradeDocument(old)).toEqual({ ok: true, document: { ...old, version: SCENARIO_VERSION } });
    expect(parseScenario(old).ok).toBe(true);
  });
});

describe('upgrading a document', () => {
  it('goes one version at a time up to the current one', () => {
    expect(upgradeDocument(document(1), steps, 3)).toEqual({
      ok: true,
      document: { format: 'effectif-scenario', version: 3, patience: { mean: 60 }, assurance: 0.8 },
    });
  });

  it('leaves a current document alone', () => {
    expect(upgradeDocument(document(3), steps, 3)).toEqual({ ok: true, document: document(3) });
  });

  it('says that a newer document needs a newer release', () => {
    const result = upgradeDocument(document(4), steps, 3);
    expect(result.ok ? '' : result.issues[0]?.message).toBe(
      '$.version is 4, but must be at most 3: the file comes from a newer release',
    );
  });

  it.each([0, 1.5, '1', null, undefined])('refuses version %j', (version) => {
    expect(upgradeDocument(document(version), steps, 3).ok).toBe(false);
  });

  it('refuses a version from which no step leads on', () => {
    const result = upgradeDocument(document(1), { 2: (old) => old }, 3);
    expect(result.ok ? '' : result.issues[0]?.code).toBe('older-version');
  });
});
