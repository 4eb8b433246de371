import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DONE, INPUT_WRONG, main } from '../../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `effectif forecast` on files with these contents. */
async function forecast(files: Readonly<Record<string, string>>, ...args: string[]) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  let output = '';
  let errors = '';
  const status = await main(['forecast', ...args], {
    folder,
    bundle: '',
    out: (text) => (output += text),
    error: (text) => (errors += text),
  });
  return { status, output, errors };
}

const dateOf = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
/** Days by channel, a line for each, calls of 100 a day but for the marked ones. */
const daily = (channels: readonly string[], days: number, marked: (channel: string, day: number) => number) =>
  [
    'date,queue,calls',
    ...Array.from({ length: days }, (_, day) =>
      channels.map((channel) => `${dateOf(day)},${channel},${100 * marked(channel, day)}`),
    ).flat(),
  ].join('\n');

describe('special days of a forecast', () => {
  const history = daily(['phone', 'chat'], 42, (channel, day) =>
    day % 14 === 10 && channel === 'phone' ? 3 : 1,
  );
  const marks = [10, 24, 38, 45].map((day) => `${dateOf(day)},"Bill run, all",phone`);
  const args = ['history.csv', '--interval', '1440', '--days', '7', '--csv'];
  const meanOn = (output: string, channel: string) =>
    Number(
      output
        .split('\n')
        .find((line) => line.startsWith(`${channel},${dateOf(45)}`))
        ?.split(',')[2],
    );

  it('concern the channel they name', { tags: 'slow' }, async () => {
    const files = { 'history.csv': history, 'days.csv': ['date,label,channel', ...marks].join('\n') };
    const { status, output } = await forecast(files, ...args, '--specials', 'days.csv');
    expect(status).toBe(DONE);
    expect(meanOn(output, 'phone')).toBeGreaterThan(250);
    expect(meanOn(output, 'chat')).toBeCloseTo(100, 6);
  });

  it('are refused where they name a channel that is not there', async () => {
    const days = 'date,label,channel\n2026-02-19,Bill run,fax\n';
    const files = { 'history.csv': history, 'days.csv': days };
    const { status, errors } = await forecast(files, ...args, '--specials', 'days.csv');
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toMatch(/line 2: the history has no channel fax \(accepted: (phone, chat|chat, phone)\)/);
  });

  it('come from a calendar, of which what is no day is told and left out', { tags: 'slow' }, async () => {
    const events = [10, 24, 38, 45].map((day) => `DTSTART:${dateOf(day).replaceAll('-', '')}\nSUMMARY:Bills`);
    const calendar = [...events, 'DTSTART:20260219\nSUMMARY:Team\nRRULE:FREQ=WEEKLY']
      .map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`)
      .join('');
    const files = { 'history.csv': history, 'days.ics': `BEGIN:VCALENDAR\n${calendar}END:VCALENDAR\n` };
    const { status, output, errors } = await forecast(files, ...args, '--specials', 'days.ics');
    expect(status).toBe(DONE);
    expect(meanOn(output, 'phone')).toBeGreaterThan(250);
    expect(errors).toContain('days.ics: line 18: left out, its repetition is not read: Team: FREQ=WEEKLY');
  });

  it('are read in no time however many cells a line has', { tags: 'slow' }, async () => {
    const files = { 'history.csv': history, 'days.csv': `2026-02-19${','.repeat(60_000)}` };
    const { status, errors } = await forecast(files, ...args, '--specials', 'days.csv');
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toContain('line 1: the day has no label');
  });
});

describe('a channel without history', () => {
  const history = daily(['phone', 'chat'], 42, (_, day) => (day % 7 < 5 ? 1 : 0.25));
  const args = ['history.csv', '--interval', '1440', '--days', '7', '--new-channel', '550'];

  it(
    'runs through the week as the channels of the file, with stated wide bands',
    { tags: 'slow' },
    async () => {
      const { status, output } = await forecast({ 'history.csv': history }, ...args, '--csv');
      expect(status).toBe(DONE);
      const rows = output.split('\n').filter((line) => line.startsWith('new channel,'));
      const cells = rows.map((row) => row.split(',').slice(2).map(Number));
      expect(cells.map(([mean]) => mean)).toEqual([100, 100, 100, 100, 100, 25, 25]);
      for (const [mean = 0, , low = 0, , , , high = 0] of cells)
        expect(high - low).toBeGreaterThan(0.7 * mean);
      expect((await forecast({}, ...args)).output).toContain('believed to swing by 20');
    },
  );

  it('knows only what came before the day that it starts on', async () => {
    const later = daily(['phone'], 42, (_, day) => (day % 7 < 5 ? 1 : day < 28 ? 0.25 : 4));
    const files = { 'history.csv': later };
    const { output } = await forecast(files, ...args, '--from', dateOf(28), '--csv');
    const rows = output.split('\n').filter((line) => line.startsWith('new channel,'));
    expect(rows.map((row) => Number(row.split(',')[2]))).toEqual([100, 100, 100, 100, 100, 25, 25]);
  });

  it('needs a week to take its hours from', async () => {
    const files = { 'history.csv': daily(['phone'], 3, () => 1) };
    const { status, errors } = await forecast(files, ...args);
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toContain('no channel has a week');
  });
});

describe('a file of several channels', () => {
  const days = (channel: string, count: number, value: number | '') =>
    Array.from({ length: count }, (_, day) => `${dateOf(day)},${channel},${value}`);
  const args = ['some.csv', '--interval', '1440', '--from', dateOf(10), '--days', '2'];
  const some = ['date,queue,calls', ...days('phone', 10, 100), `${dateOf(12)},late,5`].join('\n');

  it('is forecast without those that cannot be, which are named', async () => {
    const { status, output, errors } = await forecast({ 'some.csv': some }, ...args, '--csv');
    expect(status).toBe(DONE);
    expect(output.split('\n').map((line) => line.split(',')[0])).toEqual(['channel', 'phone', 'phone', '']);
    expect(errors).toMatch(/^some\.csv: late: not forecast: the history begins on or after the first day/m);
    const { refused, channels } = JSON.parse((await forecast({}, ...args, '--json')).output);
    expect(channels).toHaveLength(1);
    expect(refused).toMatchObject([{ path: 'late', code: 'fromBeforeHistory' }]);
  });

  it('is refused where none can be', async () => {
    const early = ['some.csv', '--interval', '1440', '--from', dateOf(0), '--days', '2'];
    const { status, errors } = await forecast({ 'some.csv': some }, ...early);
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toMatch(/phone: the history begins[^]+late: the history begins/);
  });

  describe('of which some end before the others', () => {
    const ends: Readonly<Record<string, number>> = { phone: 100, chat: 80, fax: 30 };
    const all = daily(Object.keys(ends), 100, () => 1).split('\n');
    const ended = all.filter((line) => !all.slice(1 + 3 * 30).includes(line) || line.includes('phone'));
    const chat = all.slice(1 + 3 * 30, 1 + 3 * 80).filter((line) => line.includes('chat'));
    const text = [...ended, ...chat].join('\n');
    const args = ['ends.csv', '--interval', '1440', '--days', '7', '--csv'];
    const rowsOf = (output: string, channel: string) =>
      output.split('\n').filter((line) => line.startsWith(`${channel},`));

    it('has all of them forecast for the same days, and names those that end', async () => {
      const { status, output, errors } = await forecast({ 'ends.csv': text }, ...args);
      expect(status).toBe(DONE);
      const [phone, late] = ['phone', 'chat'].map((channel) => rowsOf(output, channel));
      expect(phone?.map((row) => row.split(',')[1]?.slice(0, 10))).toEqual(
        Array.from({ length: 7 }, (_, day) => dateOf(100 + day)),
      );
      expect(late?.map((row) => row.split(',')[1])).toEqual(phone?.map((row) => row.split(',')[1]));
      expect(errors).toContain(
        `chat: ends on ${dateOf(79)} 00:00, 20 days before the others; unknown since, not zero`,
      );
      // fax stopped more than eight weeks before: 70 days
      expect(rowsOf(output, 'fax')).toEqual([]);
      expect(errors).toContain(
        `fax: not forecast: its last row is of ${dateOf(29)}, more than 56 days before that of the others (${dateOf(99)})`,
      );
    });

    it('forecasts even one that stopped where the first day is named, with wider bands', async () => {
      const width = (row: string | undefined) => {
        const cells = row?.split(',').map(Number) ?? [];
        return (cells[9] ?? 0) - (cells[3] ?? 0);
      };
      const { output, errors } = await forecast({ 'ends.csv': text }, ...args, '--from', dateOf(100));
      expect(rowsOf(output, 'fax')).toHaveLength(7);
      expect(errors).toContain('fax: days between the history and the first day forecast: 70');
      const soon = await forecast({ 'ends.csv': text }, ...args, '--from', dateOf(30));
      expect(width(rowsOf(output, 'fax')[0])).toBeGreaterThan(width(rowsOf(soon.output, 'fax')[0]));
    });
  });

  it('says which intervals it takes where those asked for cannot be', async () => {
    const { errors } = await forecast({ 'some.csv': some }, 'some.csv', '--interval', '30', '--days', '1');
    expect(errors).toContain('some.csv: intervals of 1440 min: the rows do not fill 30 min exactly\n');
  });
});

describe('bad input to effectif forecast', () => {
  const args = ['bad.csv', '--interval', '1440', '--days', '7'];
  const rowsOf = (days: number, value: (day: number) => string | number, head = 'date,calls') =>
    [head, ...Array.from({ length: days }, (_, day) => `${dateOf(day)},${value(day)}`)].join('\n');
  const meansOf = (output: string) =>
    output
      .split('\n')
      .slice(1)
      .flatMap((line) => (line === '' ? [] : [Number(line.split(',')[2])]));
  const csv = (text: string, ...more: string[]) => forecast({ 'bad.csv': text }, ...args, '--csv', ...more);

  it('answers zeros to all zeros', async () => {
    const { status, output } = await csv(rowsOf(42, () => 0));
    expect(status).toBe(DONE);
    expect(meansOf(output)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    // days are believed to swing by 20 %, and nothing says otherwise
    ['one day', 1, 0.5],
    // days alike speak for calm, of which no band is narrower than chance alone: 2 · 1.96 · √100 of 100
    ['ten days', 10, 0.392],
  ])('answers %s with bands as wide as what is known of them asks for', async (_, days, least) => {
    const { status, output } = await csv(rowsOf(days, () => 100));
    expect(status).toBe(DONE);
    for (const line of output.trim().split('\n').slice(1)) {
      const [mean = 0, low = 0, , , , , high = 0] = line.split(',').slice(2).map(Number);
      expect(high - low).toBeGreaterThan(least * mean);
    }
  });

  it.each([
    ['no row at all', 'date,calls\n'],
    ['all missing', rowsOf(30, () => '')],
    ['text where numbers are due', rowsOf(30, () => 'many')],
  ])('refuses %s and says so', async (_, text) => {
    const { status, output, errors } = await csv(text);
    expect(status).toBe(INPUT_WRONG);
    expect(output).toBe('');
    expect(errors).toMatch(/^bad\.csv: .{15}/);
  });

  it('forecasts the open days where half of them are closed', async () => {
    const rows = rowsOf(84, () => 50)
      .split('\n')
      .filter((_, line) => line === 0 || [0, 2, 4].includes((line - 1) % 7));
    const { status, output } = await csv(rows.join('\n'), '--from', dateOf(84));
    expect(status).toBe(DONE);
    expect(meansOf(output).map(Math.round)).toEqual([50, 50, 50]);
  });

  it('passes over a leap day and sorts dates out of order', async () => {
    const dates = Array.from({ length: 56 }, (_, day) =>
      new Date(Date.UTC(2024, 0, 8 + day)).toISOString().slice(0, 10),
    );
    const text = (list: readonly string[]) => ['date,calls', ...list.map((date) => `${date},80`)].join('\n');
    const ordered = await csv(text(dates), '--from', '2024-02-26');
    expect(ordered.output).toContain(',2024-02-29T00:00,80.000');
    expect((await csv(text(dates.toReversed()), '--from', '2024-02-26')).output).toBe(ordered.output);
  });

  it('adds the hour an autumn night has twice, and misses none in spring', { tags: 'slow' }, async () => {
    for (const day of ['2025-03-30', '2025-10-26']) {
      const last = Date.parse(`${day}T00:00Z`) / 3_600_000;
      const starts = Array.from({ length: 43 * 24 }, (_, i) =>
        new Date((last - 42 * 24 + i) * 3_600_000).toISOString().slice(0, 16),
      ).flatMap((start) => (start !== `${day}T02:00` ? [start] : day === '2025-10-26' ? [start, start] : []));
      const text = ['start,calls', ...starts.map((start, i) => `${start},${10 + (i % 2)}`)].join('\n');
      const hours = ['bad.csv', '--interval', '60', '--days', '1', '--time-zone', 'Europe/Paris', '--csv'];
      const { status, output } = await forecast({ 'bad.csv': text }, ...hours);
      expect(status).toBe(DONE);
      expect(meansOf(output)).toHaveLength(24);
      expect(Math.abs(meansOf(output).reduce((a, b) => a + b, 0) / 252 - 1)).toBeLessThan(0.03);
    }
  });

  // All 200 that a file may hold: imported-forecast.stat.test.ts.
  it('forecasts each of 40 queues in one file', { tags: 'slow' }, async () => {
    const names = Array.from({ length: 40 }, (_, queue) => `queue ${queue}`);
    const { status, output } = await csv(daily(names, 42, (queue) => Number(queue.slice(6)) / 100));
    expect(status).toBe(DONE);
    expect(meansOf(output)).toHaveLength(280);
    expect(meansOf(output)[7 * 15]).toBeCloseTo(15, 6);
  });

  it('refuses two overlapping files, one at a time', async () => {
    const files = { 'bad.csv': rowsOf(30, () => 5), 'other.csv': rowsOf(40, () => 6) };
    const { errors } = await forecast(files, 'bad.csv', 'other.csv', '--interval', '1440');
    expect(errors).toContain('one file at a time');
  });

  it('leaves days that stand twice with other figures unknown, and says so', { tags: 'slow' }, async () => {
    const twice = `${rowsOf(42, () => 50)}\n${rowsOf(49, (day) => (day < 40 ? 50 : 60))
      .split('\n')
      .slice(1)
      .join('\n')}`;
    const { status, errors } = await csv(twice);
    expect(status).toBe(DONE);
    expect(errors).toMatch(
      /^bad\.csv: calls: 2 × interval with rows that contradict each other; unknown: 20/m,
    );
    expect(errors).toMatch(/^bad\.csv: calls: 40 × interval more than once .+, …$/m);
    const json = await forecast({ 'bad.csv': twice }, ...args, '--json');
    expect(json.output).toContain('"duplicate"');
    expect(json.errors).toBe('');
  });
});

describe('what effectif forecast says beside the figures', () => {
  const args = ['said.csv', '--interval', '1440', '--days', '14'];
  const rows = (days: number) => daily(['calls'], days, (_, day) => 1 + (day % 3) / 10).split('\n');

  it('names gaps, refused rows and outliers on standard error', async () => {
    const text = rows(60).flatMap((row, line) =>
      line === 20 ? [] : line === 30 ? [`${dateOf(29)},calls,many`] : line === 40 ? [`${row}0`] : [row],
    );
    const { output, errors } = await forecast({ 'said.csv': text.join('\n') }, ...args);
    expect(output).toMatch(/^58 of 59 rows read, 1 refused\n/);
    expect(errors.trim().split('\n')).toEqual([
      'said.csv: row 30, column "calls": "many" is no number (accepted: a number with decimal point)',
      expect.stringContaining('2 × day without a row that counts; unknown, not zero: 2026-01-24'),
      expect.stringMatching(
        /1 × interval with more than five times .+ names it: 2026-02-13 00:00 \(1[0-9]{3}\)/,
      ),
      expect.stringContaining('no row says 0'),
    ]);
  });

  it('says once what concerns many channels', async () => {
    const channels = ['a', 'b', 'c', 'd'];
    const text = daily(channels, 20, () => 1).replaceAll(/2026-01-14.+\n/g, '');
    const { errors } = await forecast({ 'said.csv': text }, ...args);
    expect(errors).toContain('a and 3 more channels: 4 × day without a row');
  });

  it('tells why this model, how its bands held, and the bands of days and weeks', async () => {
    const { output } = await forecast({ 'said.csv': rows(120).join('\n') }, ...args);
    expect(output).toMatch(/intervals missed by +the next day +days 2 to 7 +weeks 2 to 4\n/);
    expect(output).toMatch(
      /by last week( +\d+\.\d %){3}\nby the mean of four( +\d+\.\d %){3}\n80 % bands held/,
    );
    expect(output).toMatch(/\npinball loss, of the mean +the next day.+\n(of \w+( +\d+\.\d\d %){3}\n){8,}/);
    expect(output).toMatch(/\nof lastWeek .+%\n/);
    // √(2/π) · 0.1 of a hundred and ten contacts a day
    expect(output).toMatch(/no forecast of Poisson counts can miss intervals by less than 7\.6 %: chance/);
    expect(output).toMatch(
      /\nweek from +contacts +80 % band\n(2026-05-\d\d +[67]\d\d +[67]\d\d – [78]\d\d\n){2}/,
    );
  });

  it('calls the chance of Poisson counts no floor where a history scatters less', async () => {
    const { output } = await forecast({ 'said.csv': daily(['calls'], 120, () => 1) }, ...args);
    expect(output).toMatch(/by \w+ +0\.0 %/);
    // √(2/π) · 0.1 of a hundred contacts a day
    expect(output).toContain(
      'the history scatters less than chance would make it (variance 0.00 of the mean, not 1): the 8.0 % by which Poisson counts are missed',
    );
    expect(output).not.toContain('can miss');
  });

  it('says of a short history what it takes to test a model', async () => {
    const { output, errors } = await forecast({ 'said.csv': rows(20).join('\n') }, ...args);
    expect(output).toContain('testing models takes 28 days, and there are 20');
    expect(errors).toContain('said.csv: calls: days of history: 20;');
  });

  it('tells how far channels are busy on the same days', async () => {
    // every third day both are busier by a half: the factors are one and the same
    const text = daily(['phone', 'chat'], 100, (_, day) => (day % 3 === 0 ? 1.5 : 1));
    const { output } = await forecast({ 'said.csv': text }, ...args);
    const said = /channels are busy on the same days: (\d\.\d\d) \(0 to 1\), over (\d+) days\n$/.exec(output);
    expect(Number(said?.[1])).toBeGreaterThan(0.9);
    expect(Number(said?.[2])).toBeGreaterThan(60);
  });

  it('changes nothing by a far outlier that is left out', async () => {
    const clean = rows(60);
    const wild = clean.map((row, line) => (line === 40 ? `${row}0` : row));
    const gap = clean.filter((_, line) => line !== 40);
    const day = clean[40]?.slice(0, 10) ?? '';
    const table = async (text: readonly string[], ...more: string[]) =>
      (await forecast({ 'said.csv': text.join('\n') }, ...args, '--csv', ...more)).output;
    const expected = await table(gap);
    expect(await table(wild, '--leave-out', day)).toBe(expected);
    expect(await table(wild, '--leave-out', `${day} 00:00`)).toBe(expected);
    expect(await table(wild)).not.toBe(expected);
  });

  it('refuses to leave out what the file has not, or what is no start', async () => {
    const files = { 'said.csv': rows(30).join('\n') };
    const absent = await forecast(files, ...args, '--leave-out', '2031-01-01');
    expect(absent).toMatchObject({ status: INPUT_WRONG });
    expect(absent.errors).toContain('no channel has an interval 2031-01-01');
    const noStart = await forecast(files, ...args, '--leave-out', 'tomorrow');
    expect(noStart.errors).toContain('--leave-out has tomorrow, but takes starts');
  });
});
