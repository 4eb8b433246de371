/** The job against the worker's own functions, across a real message channel of this process. */
import * as Comlink from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { historyImport, type Progress } from '../../src/app/import-history.ts';
import { inspectSource, previewSource, readSource } from '../../workers/history-source.ts';
import { PARIS, stamps } from '../history/tables.ts';

const text = ['start,calls', ...stamps('2026-03-02T00:00', 96).map((s) => `${s},2`)].join('\n');
const open: MessagePort[] = [];
let started = 0;

function startWorker(): Worker {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  started++;
  Comlink.expose({ inspect: inspectSource, preview: previewSource, read: readSource }, port2);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a port that can be terminated, which is all that is asked of it
  return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
}

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

async function mapped(job: ReturnType<typeof historyImport>) {
  const inspection = await job.inspect(text, PARIS);
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.issues));
  return inspection.guess.mapping;
}

describe('importing history', () => {
  it('looks, previews and reads, telling how far it is', async () => {
    const job = historyImport(startWorker);
    const mapping = await mapped(job);
    expect((await job.preview(text, mapping)).rows).toHaveLength(20);
    const told: Progress[] = [];
    const result = await job.read(text, mapping, { onProgress: (progress) => told.push(progress) });
    expect(result).toMatchObject({ ok: true, report: { rows: 96, channels: [{ contacts: 192 }] } });
    expect(told.at(-1)).toMatchObject({ bytesRead: text.length, bytes: text.length });
  });

  it('is cancelled at once, and starts afresh for the next file', async () => {
    const job = historyImport(startWorker);
    const mapping = await mapped(job);
    const before = started;
    const abort = new AbortController();
    const reading = job.read(text, mapping, { signal: abort.signal });
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    await expect(job.read(text, mapping, { signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await job.read(text, mapping)).toMatchObject({ ok: true });
    expect(started).toBe(before + 1);
  });
});
