import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DONE, INPUT_WRONG, main } from '../../src/cli/main.ts';
import { workbookOf } from '../history/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIRST = 46_083; // 2 March 2026 as a worksheet counts days
const days = (name: string, calls: number) => [
  ['date', name],
  ...Array.from({ length: 14 }, (_, day) => [{ v: FIRST + day, s: 1 }, calls]),
];
writeFileSync(
  join(folder, 'book.xlsx'),
  workbookOf({ Cover: [['Contact volumes']], Calls: days('calls', 100), Chats: days('chats', 50) }),
);

async function forecast(...args: string[]) {
  let output = '';
  let errors = '';
  const status = await main(
    ['forecast', 'book.xlsx', '--interval', '1440', '--days', '1', '--csv', ...args],
    {
      folder,
      bundle: '',
      out: (text) => (output += text),
      error: (text) => (errors += text),
    },
  );
  return { status, output, errors };
}

describe('effectif forecast on a workbook', () => {
  it('reads the first sheet that holds a history, and says which', async () => {
    const { status, output, errors } = await forecast();
    expect(status).toBe(DONE);
    expect(output).toMatch(/^calls,2026-03-16T00:00,100\.000,/m);
    expect(errors).toContain('book.xlsx: sheet Calls is read, the first that holds a history\n');
  });

  it('reads the sheet asked for', async () => {
    const { output, errors } = await forecast('--sheet', 'Chats');
    expect(output).toMatch(/^chats,2026-03-16T00:00,50\.000,/m);
    expect(errors).not.toContain('is read');
  });

  it('refuses a sheet that is not there, naming those that are', async () => {
    const { status, errors } = await forecast('--sheet', 'Mails');
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toContain('there is no sheet Mails (accepted: Cover, Calls, Chats)');
  });
});
