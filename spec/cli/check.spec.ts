import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPieces } from '../../src/cli/check.ts';
import { createTerminal, runInProcess } from '../support/terminal.ts';

const frame = (m: number, n: string, payload: unknown): string =>
  JSON.stringify({ m, i: 2, n, o: JSON.stringify(payload) });
const recorded = (dir: string, text: string): string => JSON.stringify({ dir, text });
const pong = frame(1, 'Ping', { msg: 'PONG' });

async function* piecesOf(text: string, size: number): AsyncGenerator<string, void, undefined> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

/** The lines of the table without their padding, and the exit code. */
const check = async (text: string, size = 7) => {
  const { terminal, said, logged } = createTerminal();
  const code = await checkPieces(piecesOf(text, size), terminal);
  return {
    code,
    logged,
    lines: said
      .slice(said[0]?.startsWith('  ') === true ? 1 : 0)
      .map((line) => line.replaceAll(/ {2,}/g, ' ')),
  };
};

describe('check', () => {
  it('takes frames, and recorded lines around them, and counts by function', async () => {
    const lines = [recorded('out', frame(0, 'Ping', {})), recorded('in', pong), pong];
    expect(await check(lines.join('\n'))).toEqual({
      code: 0,
      logged: [],
      lines: ['Ping reply 2 0', 'Ping request 1 0'],
    });
  });

  it.each([1, 2, 3, 64, 100_000])('does not mind how the text is cut: pieces of %i', async (size) => {
    const text = `\uFEFF${pong}\r\n\r\n   \n${pong}\n\n`;
    expect(await check(text, size)).toMatchObject({ code: 0, lines: ['Ping reply 2 0'] });
  });

  it('ends lines at LF alone, as JSON may hold the separators of Unicode', async () => {
    const login = frame(1, 'AuthenticateUser', { Authenticated: false, errormsg: 'no' });
    const text = login.replace('no', 'no\u2028\u2029\u0085no');
    expect(await check(text)).toMatchObject({ code: 0, lines: ['AuthenticateUser reply 1 0'] });
  });

  it('decodes functions of both entries, streams and their events', async () => {
    const bad = { wrong: 'payload' };
    const lines = [
      frame(1, 'GetWithdrawTickets', bad),
      frame(1, 'subscribelevel1', bad),
      frame(3, 'Level1UpdateEvent', bad),
      frame(0, 'GetInstrument', bad),
      frame(0, 'SubscribeLevel1', 1),
    ];
    const { code, lines: found } = await check(lines.join('\n'));
    expect(code).toBe(1);
    expect(found).toEqual([
      expect.stringMatching(/^GetInstrument request 0 1 .*InstrumentId should be/),
      expect.stringMatching(/^GetWithdrawTickets reply 0 1 .* should be/),
      expect.stringMatching(/^Level1UpdateEvent event 0 1 .*OMSId should be/),
      expect.stringMatching(/^subscribelevel1 reply 0 1 .*OMSId should be/),
      expect.stringMatching(/^SubscribeLevel1 request 0 1 .*should be an object/),
    ]);
  });

  it('tells the first failure and where it is in the payload', async () => {
    const texts = [{ msg: 'PONG' }, { msg: 5 }, { msg: true }].map((payload) => frame(1, 'Ping', payload));
    expect(await check(texts.join('\n'))).toMatchObject({
      code: 1,
      lines: [expect.stringMatching(/^Ping reply 1 2 .* msg should be string but is 5\.$/)],
    });
  });

  it('takes a refusal that it can read for understood', async () => {
    const no = { result: false, errormsg: 'Not Authorized', errorcode: 20, detail: null };
    const lines = [
      frame(1, 'GetOpenOrders', no),
      '{"m":5,"i":2,"n":"GetOpenOrders","o":"Endpoint Not Found"}',
    ];
    expect(await check(lines.join('\n'))).toMatchObject({ code: 0, lines: ['GetOpenOrders reply 2 0'] });
  });

  it('lists what the catalogue does not have, and does not fail for it', async () => {
    const lines = [
      frame(3, 'MoonPhaseEvent', {}),
      frame(3, 'MoonPhaseEvent', {}),
      frame(0, 'AskTheMoon', {}),
    ];
    const unsubscribing = [
      frame(0, 'UnSubscribeLevel1', { InstrumentId: 1 }),
      frame(1, 'UnsubscribeLevel1', {}),
    ];
    expect(await check([...lines, ...unsubscribing].join('\n'))).toMatchObject({
      code: 0,
      lines: [
        'UnsubscribeLevel1 reply 1 0',
        'UnSubscribeLevel1 request 1 0',
        'MoonPhaseEvent event: not in the catalogue (2)',
        'AskTheMoon request: not in the catalogue (1)',
      ],
    });
  });

  it('fails at lines that hold no frame, and says which is the first', async () => {
    expect(await check(`${pong}\n\nwords\n{"dir":"in","text":5}\n{"dir":"in","text":"words"}`)).toMatchObject(
      {
        code: 1,
        lines: [expect.stringMatching(/^\(no frame\) 0 3 .*words.* line 3\.$/), 'Ping reply 1 0'],
      },
    );
  });

  it('reads over what was noted between the messages, and counts it', async () => {
    const lines = [
      '{"v":1,"t":1700000000000.125,"dir":"meta","client":"notbank-rx 0.1.0"}',
      '{"t":1700000000010.5,"s":1,"dir":"open"}',
      JSON.stringify({ t: 1, s: 1, dir: 'in', text: pong }),
      '{"t":1700000003000,"s":1,"dir":"close","code":1006,"why":"dropped"}',
      '{"t":1700000003001,"s":2,"dir":"open"}',
      '{"t":1700000003001,"dir":"mark","name":"deployed"}',
    ];
    expect(await check(lines.join('\n'))).toEqual({
      code: 0,
      logged: [],
      lines: [
        'Ping reply 1 0',
        'meta: a note between messages (1)',
        'open: a note between messages (2)',
        'close: a note between messages (1)',
        'mark: a note between messages (1)',
      ],
    });
  });

  it('fails where there are notes alone', async () => {
    expect(await check('{"dir":"open"}')).toEqual({
      code: 1,
      logged: ['There is no frame in it.'],
      lines: ['open: a note between messages (1)'],
    });
  });

  it('judges a request as what was asked, with keys in any case', async () => {
    const lines = [
      recorded('out', frame(0, 'getinstrument', { omsId: 1, instrumentid: 1 })),
      recorded('out', frame(0, 'GetInstrument', { InstrumentId: 'one' })),
    ];
    expect(await check(lines.join('\n'))).toMatchObject({
      code: 1,
      lines: [
        'getinstrument request 1 0',
        'GetInstrument request 0 1 GetInstrument: the request is not what the function takes: ' +
          'InstrumentId should be an integer but is "one".',
      ],
    });
  });

  it('prints no control character of the file', async () => {
    const escape = '\u001B[2J\u009B1m\u202E';
    const lines = [
      frame(1, `Ping${escape}`, {}),
      frame(3, 'Level1UpdateEvent', { OMSId: escape }),
      escape,
      JSON.stringify({ dir: escape }),
    ];
    const { lines: found } = await check(lines.join('\n'));
    expect(found).toHaveLength(4);
    for (const line of found) expect(line).toContain('\\u001b[2J\\u009b1m\\u202e');
    // eslint-disable-next-line no-control-regex
    expect(found.join('')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
  });

  it('fails where there is nothing to check', async () => {
    expect(await check('\n \n')).toEqual({ code: 1, logged: ['There is no frame in it.'], lines: [] });
  });

  it('reads 100 MB, and holds one line at a time', async () => {
    const line = `${frame(1, 'Ping', { msg: 'PONG', more: 'x'.repeat(10_000) })}\n`;
    let asked = 0;
    const pieces = {
      async *[Symbol.asyncIterator]() {
        for (; asked < 10_000; asked++) yield await Promise.resolve(line);
      },
    };
    const { terminal, said } = createTerminal();
    const before = process.memoryUsage().heapUsed;
    expect(await checkPieces(pieces, terminal)).toBe(0);
    expect(said.at(-1)).toMatch(/^Ping reply +10000 +0$/);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
  });

  describe('as a command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('reads a file', async () => {
      const file = join(folder, 'frames.ndjson');
      writeFileSync(file, `\uFEFF${pong}\r\n`);
      const { ending, said } = await runInProcess(['check', file]);
      expect(ending).toBe(0);
      expect(said).toMatch(/\nPing reply +1 +0$/);
    });

    it('says why a file cannot be read', async () => {
      const [none, inFile, isFolder] = [join(folder, 'none'), join(__filename, 'none'), folder];
      expect(await runInProcess(['check', none])).toMatchObject({
        ending: 2,
        logged: `${none}: there is no such file.`,
      });
      expect((await runInProcess(['check', inFile])).logged).toBe(`${inFile}: there is no such file.`);
      expect((await runInProcess(['check', isFolder])).logged).toBe(`${isFolder}: that is a folder.`);
    });

    it.each([
      ['no file', [], "missing required argument 'file'"],
      ['two files', ['a', 'b'], "too many arguments for 'check'"],
    ])('takes one file: %s', async (_name, args, words) => {
      const { ending, logged } = await runInProcess(['check', ...args]);
      expect(ending).toBe(2);
      expect(logged).toContain(words);
    });
  });
});
