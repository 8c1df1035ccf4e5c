import { finalize, takeUntil, timer } from 'rxjs';
import { watchPing } from '../../../src/cli/ping/pingWatch.ts';
import type { Manner } from '../../../src/cli/watch/shown.ts';
import { createClient } from '../../../src/client.ts';
import { createExchange, type Exchange } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { createScreen, createTerminal } from '../../support/terminal.ts';

const url = 'ws://127.0.0.1:8080/wsgateway';

/** Pings an exchange that answers after 20 ms, in virtual time. */
const pinged = (
  manner: Manner,
  count: number,
  then: Readonly<Record<number, (exchange: Exchange) => void>> = {},
) => {
  const screen = createScreen({ columns: 80, rows: 12 });
  const { terminal, said, logged } = createTerminal();
  const heard: string[] = [];
  const ends: unknown[] = [];
  marbles(({ cold, flush }) => {
    const exchange = createExchange({ crowd: 'off', startTime: 1_700_000_000_000, latency: 20 });
    const client = createClient({ transport: exchange.transport, backoff: () => 3_000, keepAlive: false });
    for (const [at, act] of Object.entries(then)) cold(`${at}ms x`).subscribe(() => act(exchange));
    const write = (text: string): void => {
      heard.push('screen');
      screen.screen.write(text);
    };
    const out = (text: string): void => {
      heard.push('line');
      terminal.out(text);
    };
    watchPing(
      client,
      url,
      1_000,
      count,
    )({ ...terminal, out, screen: { ...screen.screen, write } }, manner)
      .pipe(
        takeUntil(timer(30_000)),
        finalize(() => {
          client.close();
          exchange.close();
        }),
      )
      .subscribe({ error: (error: unknown) => ends.push(error), complete: () => ends.push('complete') });
    flush();
  });
  return { ...screen, said, logged, ends, heard };
};

describe('ping', () => {
  it('tells in lines how long each took, then what they come to, and ends after so many', () => {
    const { said, ends } = pinged('lines', 3);
    expect(said.slice(0, 3).map((line) => line.slice(12))).toEqual(['  20.0 ms', '  20.0 ms', '  20.0 ms']);
    expect(said.slice(3)).toEqual([
      '3 answered, 0 not; in milliseconds:',
      'min 20.0  median 20.0  p90 20.0  p99 20.0  max 20.0  ',
    ]);
    expect(ends).toEqual(['complete']);
  });

  it('tells the same as JSON', () => {
    const records = pinged('json', 2).said.map((line) => JSON.parse(line) as { readonly type: string });
    expect(records.map(({ type }) => type)).toEqual(['link', 'link', 'pong', 'pong', 'summary']);
    expect(records.at(-1)).toMatchObject({ count: 2, missed: 0, median: 20 });
  });

  it('misses a ping at once while there is no connection', () => {
    const { said } = pinged('lines', 6, { 1_500: (exchange) => exchange.drop() });
    expect(said.filter((line) => line.endsWith('no answer: there is no connection'))).toHaveLength(3);
    expect(said.at(-2)).toBe('3 answered, 3 not; in milliseconds:');
  });

  it('fails where none was answered', () => {
    const { ends, said } = pinged('lines', 3, { 0: (exchange) => exchange.close() });
    expect(ends).toEqual([new Error('No ping was answered.')]);
    expect(said.at(-2)).toBe('0 answered, 3 not; in milliseconds:');
  });

  it('draws a histogram, gives the screen back, and only then tells what they come to', () => {
    const { pictures, heard } = pinged('screen', 4);
    const picture = pictures().at(-1) ?? [];
    expect(picture[0]).toMatch(/^round trips {2}● connected/);
    expect(picture.slice(3, 5)).toEqual([
      '4 answered, 0 not; in milliseconds:',
      'min 20.0  median 20.0  p90 20.0  p99 20.0  max 20.0  ',
    ]);
    expect(picture.slice(6).filter((line) => line.includes('█'))).toEqual([
      expect.stringMatching(/^ +20\.0 to +20\.4 ms +4 {2}█{46}$/) as string,
    ]);
    expect(heard.slice(heard.lastIndexOf('screen') + 1)).toEqual(['line', 'line']);
  });
});
