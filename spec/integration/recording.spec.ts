import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { bufferCount, firstValueFrom, lastValueFrom, map, take } from 'rxjs';
import { talliesOf } from '../../src/cli/tallies.ts';
import {
  apiKeyLogin,
  createClient,
  GetAccountInfo,
  type BookView,
  orderBook$,
  request$,
  webSocket,
  whenLive,
} from '../../src/index.ts';
import { replay, replayVirtually, withRecorder } from '../../src/recording/index.ts';
import { fileSink, readRecording } from '../../src/recording/node.ts';
import { demoUsers } from '../../src/simulator/index.ts';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';

const [trader] = demoUsers;
const topOf = ({ best, top }: BookView) => ({ best, levels: top(50) });
const books = (count: number) => (transport: ReturnType<typeof webSocket>, url?: string) => {
  const client = createClient({
    transport,
    ...(url !== undefined && { url }),
    credentials: apiKeyLogin(trader),
  });
  const book$ = orderBook$(client, { InstrumentId: 1 }).pipe(
    whenLive(),
    map(topOf),
    take(count),
    bufferCount(count),
  );
  return { client, book$ };
};

describe('a recording of a real socket', () => {
  let folder: string;
  let served: ServedExchange;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recording-'));
    served = await serve({ exchange: { crowd: 20 } });
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds no secret, is understood whole, and plays the same books, in time and in virtual time', async () => {
    const path = join(folder, 'day.ndjson');
    const file = fileSink(path, { maxBytes: 5_000 });
    const recorder = withRecorder(webSocket(), file.write);
    const { client, book$ } = books(40)(recorder, served.url);
    const account = firstValueFrom(request$(client, GetAccountInfo, { AccountId: 7 }));
    const told = await firstValueFrom(book$);
    expect((await account).AccountId).toBe(7);
    recorder.mark('done');
    client.close();
    await lastValueFrom(file.close$(), { defaultValue: undefined });

    const parts = [...readRecording(path)];
    expect(file.file()).toBeUndefined();
    expect(parts.at(-1)).toContain('"ours":true');
    expect(parts.join('\n')).not.toContain(trader.apiKey);
    expect(readFileSync(join(folder, 'day.0002.ndjson'), 'utf8')).toContain('Level2UpdateEvent');

    const { judged, unknown, notes } = await talliesOf(Readable.from(parts));
    expect([...judged.values()].filter(({ failed }) => failed > 0)).toEqual([]);
    expect(unknown.size).toBe(0);
    expect([...notes]).toEqual([
      ['meta', 1],
      ['open', 1],
      ['mark', 1],
      ['close', 1],
    ]);

    const { emissions, warnings } = replayVirtually(
      readRecording(path),
      (transport) => books(40)(transport).book$,
    );
    expect(emissions.map(({ value }) => value)).toEqual([told]);
    expect(warnings).toEqual([]);

    const again = books(40)(replay(readRecording(path), { speed: 20 }));
    expect(await firstValueFrom(again.book$)).toEqual(told);
    again.client.close();
  });
});
