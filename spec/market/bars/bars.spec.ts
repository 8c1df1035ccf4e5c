import { TransportError } from '../../../src/errors.ts';
import { type Bars, bars$, type BarsParams } from '../../../src/market/bars/bars.ts';
import type { Frame } from '../../../src/frame.ts';
import { whenLive } from '../../../src/streams/kept.ts';
import { scriptedExchange } from '../../../src/testing/scriptedExchange.ts';
import { connect } from '../../support/connect.ts';
import { marbles } from '../../support/marbles.ts';

const minute = 60_000;
const start = 1_700_000_040_000;
const row = (at: number, close = at, volume = 1) => [
  start + (at + 1) * minute,
  close + 1,
  close - 1,
  close,
  close,
  volume,
  1,
  2,
  1,
  start + at * minute,
];

/** An exchange that keeps the bars 0 to `last`, of which a snapshot holds two. */
const setUp = (options: Parameters<typeof connect>[1] = {}) => {
  let last = 9;
  const asked: string[] = [];
  const answer = ({ name, payload }: Frame): unknown => {
    if (name === 'SubscribeTicker') return [row(last - 1), row(last)];
    if (name === 'UnsubscribeTicker') return { result: true, errormsg: null, errorcode: 0, detail: null };
    if (name === 'GetInstruments') return [];
    if (name !== 'GetTickerHistory') return undefined;
    const { FromDate, ToDate } = payload as { readonly FromDate: string; readonly ToDate: string };
    asked.push(`${FromDate} to ${ToDate}`);
    const [from, to] = [FromDate, ToDate].map((text) => Date.parse(`${text.replace(' ', 'T')}Z`));
    return Array.from({ length: last + 1 }, (_, at) => row(at)).filter(
      ([, , , , , , , , , begin = 0]) => begin >= (from ?? 0) && begin <= (to ?? 0),
    );
  };
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange, options);
  return {
    exchange,
    client,
    asked,
    bar: (at: number, close?: number, volume?: number): void => {
      last = Math.max(last, at);
      exchange.push({ name: 'TickerDataUpdateEvent', payload: [row(at, close, volume)] });
    },
    passBy: (at: number): void => {
      last = at;
    },
    names: () => exchange.names(),
  };
};

const oneMinute = { InstrumentId: 1, Interval: 60, history: 4 } as const;
/** A status, the bars, and behind a bar what has changed of it. */
const shown = ({ status, bars, changed, revised }: Bars): string => {
  const text = bars.map((bar) => {
    const sign = changed.includes(bar) ? '*' : '';
    return `${(bar.begin - start) / minute}:${bar.close}${bar.isFinal ? '' : '…'}${sign}`;
  });
  return [status, ...text, ...(revised > 0 ? [`(${revised})`] : [])].join(' ');
};
const follow = (client: ReturnType<typeof connect>, params: BarsParams, seen: string[]) =>
  bars$(client, params).subscribe({
    next: (bars) => seen.push(shown(bars)),
    error: (error: unknown) => seen.push(`error ${String(error)}`),
    complete: () => seen.push('complete'),
  });

describe('bars$', () => {
  it('joins history and stream', () => {
    const { client, bar, asked } = setUp();
    const seen: string[] = [];
    follow(client, oneMinute, seen);
    bar(9, 99);
    bar(10);

    expect(seen).toEqual([
      'restoring',
      'live 6:6* 7:7* 8:8* 9:9…*',
      'live 6:6 7:7 8:8 9:99…*',
      'live 7:7 8:8 9:99* 10:10…*',
    ]);
    expect(asked).toEqual(['2023-11-14 22:20:00 to 2023-11-14 22:22:00']);
    client.close();
  });

  it('shares one subscription and one series, gives a late consumer the present, and more history to who wants it', () => {
    const { client, bar, asked, names } = setUp();
    const seen: Record<'first' | 'same' | 'more', string[]> = { first: [], same: [], more: [] };
    follow(client, { ...oneMinute, history: 2 }, seen.first);
    follow(client, { ...oneMinute, history: 2 }, seen.same);
    follow(client, { ...oneMinute, history: 3 }, seen.more);
    bar(10);

    expect(seen).toEqual({
      first: ['restoring', 'live 8:8* 9:9…*', 'live 9:9* 10:10…*'],
      same: ['live 8:8* 9:9…*', 'live 9:9* 10:10…*'],
      more: ['live 7:7* 8:8* 9:9…*', 'live 8:8 9:9* 10:10…*'],
    });
    expect(names()).toEqual(['SubscribeTicker', 'GetTickerHistory']);
    expect(asked).toHaveLength(1);
    client.close();
  });

  it('goes on after a loss from the last final bar, and says restoring meanwhile', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, passBy, asked } = setUp();
      const seen: string[] = [];
      follow(client, { ...oneMinute, history: 6 }, seen);
      cold('--d').subscribe(() => {
        exchange.drop();
        passBy(12);
      });
      cold('20ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([
        'restoring',
        'live 4:4* 5:5* 6:6* 7:7* 8:8* 9:9…*',
        'restoring 4:4 5:5 6:6 7:7 8:8 9:9…',
        'live 7:7 8:8 9:9* 10:10* 11:11* 12:12…*',
        'restoring 7:7 8:8 9:9 10:10 11:11 12:12…',
        'complete',
      ]);
      expect(asked).toHaveLength(2);
    });
  });

  it('tells every bar once it is final, also to who wants the newest alone', () => {
    const { client, bar } = setUp();
    const seen: string[] = [];
    follow(client, { ...oneMinute, history: 1 }, seen);
    bar(9, 99);
    bar(10);

    expect(seen.at(-1)).toBe('live 9:99* 10:10…*');
    client.close();
  });

  it.each([
    ['mark', ['10-19']],
    ['fill', ['10-19']],
    ['leave', []],
  ] as const)(
    'says with %s which time was skipped by a loss that is longer than what is kept',
    (gaps, told) => {
      marbles(({ cold, flush }) => {
        const { exchange, client, bar, passBy } = setUp();
        const seen: (readonly string[])[] = [];
        bars$(client, { ...oneMinute, history: 2, gaps })
          .pipe(whenLive())
          .subscribe((told) =>
            seen.push(told.gaps.map(({ from, to }) => `${(from - start) / minute}-${(to - start) / minute}`)),
          );
        cold('-b').subscribe(() => bar(10));
        cold('--d').subscribe(() => {
          exchange.drop();
          passBy(20);
        });
        cold('20ms b').subscribe(() => bar(21));
        cold('30ms c').subscribe(() => client.close());
        flush();

        expect(seen).toEqual([[], [], told, []]);
      });
    },
  );

  it('tells when it follows no longer, and counts its snapshots', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client } = setUp();
      const seen: Bars[] = [];
      bars$(client, oneMinute).subscribe((bars) => seen.push(bars));
      cold('--d').subscribe(() => exchange.drop());
      cold('20ms c').subscribe(() => client.close());
      flush();

      expect(
        seen.map(({ status, since, asOf, provenAt, epoch }) => [status, since, asOf, provenAt, epoch]),
      ).toEqual([
        ['restoring', 0, 0, 0, 0],
        ['live', 0, 0, 0, 1],
        ['restoring', 2, 0, 0, 1],
        ['live', 7, 7, 7, 2],
        ['restoring', 20, 7, 7, 2],
      ]);
    });
  });

  it('moves with its symbol to the instrument that it stands for on the next socket, history and all', () => {
    marbles(({ cold, flush }) => {
      let id = 1;
      const { exchange, client } = setUp();
      const asked: unknown[] = [];
      const listed = ({ name, payload }: Frame): unknown => {
        const { InstrumentId } = payload as { readonly InstrumentId?: number };
        if (InstrumentId !== undefined) asked.push(`${name} ${InstrumentId}`);
        if (name === 'GetInstruments') return [{ InstrumentId: id, Symbol: 'AB' }];
        const at = id === 1 ? [6, 7, 8, 9] : [16, 17, 18, 19];
        return at
          .slice(name === 'SubscribeTicker' ? 2 : 0, name === 'SubscribeTicker' ? 4 : 2)
          .map((n) => row(n));
      };
      exchange.script({ answer: listed });
      const seen: string[] = [];
      follow(client, { Symbol: 'AB', Interval: 60, history: 4 }, seen);
      cold('--d').subscribe(() => {
        id = 2;
        exchange.drop();
      });
      cold('20ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([
        'restoring',
        'live 6:6* 7:7* 8:8* 9:9…*',
        'restoring 6:6 7:7 8:8 9:9…',
        'live 16:16* 17:17* 18:18* 19:19…*',
        'restoring 16:16 17:17 18:18 19:19…',
        'complete',
      ]);
      expect(asked).toEqual([
        ...['SubscribeTicker 1', 'GetTickerHistory 1'],
        ...['SubscribeTicker 2', 'GetTickerHistory 2'],
      ]);
    });
  });

  it('ends the bar of an idle instrument five seconds after its end, by what has elapsed since a time was seen', () => {
    marbles(({ cold, flush }) => {
      const { client, bar } = setUp();
      const seen: string[] = [];
      follow(client, { ...oneMinute, history: 2 }, seen);
      cold('64s 999ms x').subscribe(() => seen.push('almost'));
      cold('65s 1ms x').subscribe(() => bar(9, 90));
      cold('70s c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([
        'restoring',
        'live 8:8* 9:9…*',
        'almost',
        'live 8:8 9:9*',
        'live 8:8 9:90* (1)',
        'restoring 8:8 9:90 (1)',
        'complete',
      ]);
    });
  });

  it.each([
    ['one after another', [0, 1, 2, 3, 4]],
    ['far from each other, as where nothing is traded', [0, 9, 30, 31, 60, 61]],
  ])('ends an idle bar of any length by the clock, after a snapshot of bars that lie %s', (_how, hours) => {
    marbles(({ cold, flush }) => {
      const hour = 60 * minute;
      const { exchange, client } = setUp();
      const rows = hours.map((at) => [hour * (at + 1), 2, 1, 1, 1, 1, 1, 2, 1, hour * at]);
      exchange.script({ answer: ({ name }) => (name === 'SubscribeTicker' ? rows : []) });
      const seen: unknown[] = [];
      bars$(client, { InstrumentId: 1, Interval: 3_600, history: 2 }).subscribe(({ bars }) =>
        seen.push(bars.at(-1)?.isFinal),
      );
      cold('3604s 999ms x').subscribe(() => seen.push('almost'));
      cold('3605s 1ms x').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([undefined, false, 'almost', true, true]);
    });
  });

  it('gives the bars of several lengths, each by itself', () => {
    const { client } = setUp();
    const seen: unknown[] = [];
    bars$(client, { InstrumentId: 1, Intervals: [60, 300], history: 2 }).subscribe(({ Interval, status }) =>
      seen.push([Interval, status]),
    );
    expect(seen).toEqual([
      [60, 'restoring'],
      [60, 'live'],
      [300, 'restoring'],
      [300, 'live'],
    ]);
    client.close();
  });

  it('gives the bars of a length that is there twice once', () => {
    const { client, bar } = setUp();
    const seen: unknown[] = [];
    bars$(client, { InstrumentId: 1, Intervals: [60, 60], history: 2 }).subscribe(({ status }) =>
      seen.push(status),
    );
    bar(10);
    expect(seen).toEqual(['restoring', 'live', 'live']);
    client.close();
  });

  it('is live without the past where the exchange refuses to tell it, and reports that', () => {
    const { exchange, client } = setUp();
    const no = { result: false, errormsg: 'Invalid Request', errorcode: 100, detail: null };
    exchange.script({ answer: ({ name }) => (name === 'SubscribeTicker' ? [row(8), row(9)] : no) });
    const seen: string[] = [];
    const errors: unknown[] = [];
    client.error$.subscribe((error) => errors.push(error));
    follow(client, oneMinute, seen);

    expect(seen).toEqual(['restoring', 'live 8:8* 9:9…*']);
    expect(errors).toMatchObject([{ _tag: 'GatewayError', code: 100 }]);
    client.close();
  });

  it('asks again for the past where no answer came', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client } = setUp();
      let isDeaf = true;
      const deaf = ({ name }: Frame): unknown => {
        if (name === 'SubscribeTicker') return [row(8), row(9)];
        return name === 'GetTickerHistory' && !isDeaf ? [row(6), row(7)] : undefined;
      };
      exchange.script({ answer: deaf });
      const seen: string[] = [];
      follow(client, oneMinute, seen);
      cold('500ms x').subscribe(() => (isDeaf = false));
      cold('599ms x').subscribe(() => seen.push('almost'));
      cold('1200ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([
        'restoring',
        'almost',
        'live 6:6* 7:7* 8:8* 9:9…*',
        'restoring 6:6 7:7 8:8 9:9…',
        'complete',
      ]);
    });
  });

  it('takes in what the exchange corrects later, and counts it', () => {
    const { client, bar } = setUp();
    const seen: string[] = [];
    follow(client, oneMinute, seen);
    bar(10);
    bar(8, 88, 0.5);

    expect(seen.slice(-2)).toEqual(['live 7:7 8:8 9:9* 10:10…*', 'live 7:7 8:88* 9:9 10:10… (1)']);
    client.close();
  });

  it('is restored where a bar could not be read, and goes on', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client } = setUp();
      const seen: string[] = [];
      follow(client, { ...oneMinute, history: 2 }, seen);
      const [end, , ...rest] = row(9);
      const broken = [end, '?', ...rest];
      cold('--x').subscribe(() => exchange.push({ name: 'TickerDataUpdateEvent', payload: [broken] }));
      cold('20ms c').subscribe(() => client.close());
      flush();

      expect(seen.slice(0, 4)).toEqual([
        'restoring',
        'live 8:8* 9:9…*',
        'restoring 8:8 9:9…',
        'live 8:8 9:9…*',
      ]);
    });
  });

  it.each<[string, BarsParams, string]>([
    ['a time is none', { ...oneMinute, history: { from: new Date(NaN) } }, 'InvalidRequest'],
    ['a count is none', { ...oneMinute, history: NaN }, 'InvalidRequest'],
    ['gaps is none of the three', { ...oneMinute, gaps: 'ignore' as never }, 'InvalidRequest'],
    ['there is no length', { InstrumentId: 1, Intervals: [] }, 'InvalidRequest'],
    ['a count is below 0', { ...oneMinute, history: -1 }, 'InvalidRequest'],
    ['there is no such symbol', { Symbol: 'NONE', Interval: 60 }, 'InvalidRequest'],
    ['the parameters cannot be sent', { InstrumentId: 1, Interval: 0 }, 'InvalidRequest'],
  ])('fails and completes where %s', (_name, params, tag) => {
    const { client } = setUp();
    const seen: unknown[] = [];
    bars$(client, params).subscribe({
      next: ({ status, cause }) => seen.push([status, cause?._tag]),
      complete: () => seen.push('complete'),
    });
    expect(seen.slice(-2)).toEqual([['failed', tag], 'complete']);
    client.close();
  });

  it('fails and completes when the connection is given up', () => {
    const { exchange, client } = setUp({ backoff: () => null });
    const seen: string[] = [];
    const causes: unknown[] = [];
    follow(client, { ...oneMinute, history: 2 }, seen);
    bars$(client, { ...oneMinute, history: 2 }).subscribe(({ cause }) => causes.push(cause));
    exchange.drop('gone');

    expect(seen.slice(-2)).toEqual(['failed 8:8 9:9…', 'complete']);
    expect(causes.at(-1)).toEqual(new TransportError('gone'));
  });

  it('fails and completes when the connection is given up while a symbol is looked up, and asks no more', () => {
    const { exchange, client } = setUp({ backoff: () => null });
    exchange.script({ answer: () => undefined });
    const seen: string[] = [];
    marbles(({ cold, flush }) => {
      follow(client, { Symbol: 'AB', Interval: 60, history: 4 }, seen);
      cold('10ms d').subscribe(() => exchange.drop('gone'));
      flush();
    });
    expect(seen).toEqual(['restoring', 'failed', 'complete']);
    expect(exchange.names()).toEqual(['GetInstruments']);
  });

  it('has in what is live all that changed before it was, for who lets through nothing else', () => {
    const { client, exchange, bar } = setUp();
    const [seen, lives]: [string[], string[]] = [[], []];
    follow(client, { ...oneMinute, history: 2 }, []);
    exchange.script({ answer: () => undefined });
    follow(client, { ...oneMinute, history: 4 }, seen);
    bars$(client, { ...oneMinute, history: 4 })
      .pipe(whenLive())
      .subscribe((bars) => lives.push(shown(bars)));
    bar(10);
    exchange.reply('GetTickerHistory', [row(6), row(7)]);
    bar(10, 77);

    expect(seen).toEqual([
      'restoring 8:8* 9:9…*',
      'restoring 8:8 9:9* 10:10…*',
      'live 7:7* 8:8* 9:9* 10:10…*',
      'live 7:7 8:8 9:9 10:77…*',
    ]);
    expect(lives).toEqual(seen.slice(2));
    client.close();
  });

  it('ends its subscription with the last consumer, and begins anew for the next', () => {
    marbles(({ cold, flush }) => {
      const { client, names } = setUp();
      const seen: string[] = [];
      const one = follow(client, { ...oneMinute, history: 2 }, seen);
      const two = follow(client, { ...oneMinute, history: 2 }, seen);
      cold('--x').subscribe(() => one.unsubscribe());
      cold('---x').subscribe(() => two.unsubscribe());
      cold('-----x').subscribe(() => expect(names()).toEqual(['SubscribeTicker', 'UnsubscribeTicker']));
      cold('------x').subscribe(() => follow(client, { ...oneMinute, history: 2 }, seen));
      cold('10ms c').subscribe(() => client.close());
      flush();

      expect(seen.slice(3)).toEqual(['restoring', 'live 8:8* 9:9…*', 'restoring 8:8 9:9…', 'complete']);
      expect(names()).toEqual(['SubscribeTicker', 'UnsubscribeTicker', 'SubscribeTicker']);
    });
  });

  it('is restoring for all as soon as one of them gives the socket up, and what has changed is told all the same', () => {
    const { client, exchange, bar } = setUp();
    const [seen, others]: [string[], string[]] = [[], []];
    bars$(client, oneMinute).subscribe((bars) => {
      seen.push(shown(bars));
      if (bars.status === 'live' && bars.bars.at(-1)?.close === 77) {
        exchange.drop();
        seen.push(`the others: ${others.at(-1)}`);
      }
    });
    follow(client, oneMinute, others);
    bar(9, 77);

    expect(seen.slice(-3)).toEqual([
      'live 6:6 7:7 8:8 9:77…*',
      'restoring 6:6 7:7 8:8 9:77…',
      'the others: restoring 6:6 7:7 8:8 9:77…',
    ]);
    expect(others.slice(-2)).toEqual(['restoring 6:6 7:7 8:8 9:77…', 'restoring 6:6 7:7 8:8 9:77…*']);
    client.close();
  });
});
