import { map } from 'rxjs';
import { orderBook$ } from '../../../src/market/book/orderBook.ts';
import { whenLive } from '../../../src/streams/kept.ts';
import { bookRow } from '../../support/books.ts';
import { marbles, type RunHelpers } from '../../support/marbles.ts';
import { ask, bid, bookExchange, calm, lineOf, watch, wild } from '../../support/watchedBook.ts';

/** Does what the letters of a diagram say, when they say it. */
const play = ({ cold }: RunHelpers, acts: string, does: Readonly<Record<string, () => void>>): void => {
  cold(acts).subscribe((act) => does[act]?.());
};

const names = (exchange: ReturnType<typeof bookExchange>): readonly string[] => exchange.names();

describe('orderBook$', () => {
  it('is restoring and empty at once, live with the snapshot, and a view a frame from then on', () => {
    marbles((helpers) => {
      const exchange = bookExchange();
      const client = exchange.client();
      const acts = '    ------u-b-c-d';
      const expected = '(rl)----b-c-(e|)';
      play(helpers, acts, {
        u: () => exchange.frame(bookRow(2, 5, 5)),
        b: () => exchange.frame(bid(100), bid(100.5), ask(101, 0, 2), ask(102)),
        c: () => exchange.frame(bid(98)),
        d: () => client.close(),
      });
      const book$ = orderBook$(client, { InstrumentId: 1 }).pipe(map(lineOf));
      helpers.expectObservable(book$).toBe(expected, {
        r: 'restoring 0: - -',
        l: 'live 1: 99 101',
        b: 'live 1: 100.5 102',
        c: 'live 1: 100.5 102',
        e: 'restoring 1: 100.5 102',
      });
    });
  });

  it('counts rows of an unknown side, and tells when it was last known to be true and to be whole', () => {
    marbles((helpers) => {
      const exchange = bookExchange();
      const client = exchange.client();
      const { views } = watch(client);
      play(helpers, '--ufx', {
        x: () => client.close(),
        u: () => exchange.frame(bookRow(2, 5, 5)),
        f: () => exchange.frame(bookRow(3, 5, 5), bid(98)),
      });
      helpers.flush();
      expect(
        views.map(({ InstrumentId, since, asOf, provenAt, unknownSides }) => [
          InstrumentId,
          since,
          asOf,
          provenAt,
          unknownSides,
        ]),
      ).toEqual([
        [1, 0, 0, 0, 0],
        [1, 0, 0, 0, 0],
        [1, 0, 3, 0, 2],
        [1, 4, 3, 0, 2],
      ]);
      expect(views[2]?.repairs).toEqual({ done: 0, crossed: 0, differences: 0, audits: 0 });
      client.close();
    });
  });

  it.each([0, 1, 2, 3])(
    'after a drop behind frame %s it is restoring with its last book, then live in a new epoch',
    (frames) => {
      marbles((helpers) => {
        const exchange = bookExchange();
        const client = exchange.client();
        const { lines, views } = watch(client);
        const moves = [bid(99.1), bid(99.2), bid(99.3)].slice(0, frames);
        moves.forEach((row) => exchange.frame(row));
        const last = frames === 0 ? 99 : Number(moves.at(-1)?.[6]);
        play(helpers, '-d 9ms x', { d: () => exchange.drop(), x: () => client.close() });
        helpers.flush();
        expect(lines().slice(2 + frames, -1)).toEqual([`restoring 1: ${last} 101`, 'live 2: 99 101']);
        expect(views.at(-3)?.quantityAt('bids', last)).toBe(1);
        expect(views.slice(2 + frames, -1).map(({ since }) => since)).toEqual([1, 6]);
        client.close();
      });
    },
  );

  it('keeps views true for ever', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const { views } = watch(client);
    const seen: string[] = [];
    const read = (): void => {
      const view = views.at(-1);
      seen.push(JSON.stringify([view?.top(9), view?.spread, view?.repairs]));
    };
    for (let step = 0; step < 300; step++) {
      exchange.frame(bid(90 + (step % 11) * 0.5, step % 4), ask(101 + (step % 7) * 0.5, step % 3));
      read();
    }
    expect(views.slice(2).map((view) => JSON.stringify([view.top(9), view.spread, view.repairs]))).toEqual(
      seen,
    );
    client.close();
  });

  it('shares one subscription among all depths, each of which cuts the view alone', () => {
    const exchange = bookExchange([bid(99), bid(98), bid(97), ask(101), ask(102)]);
    const client = exchange.client();
    const deep = watch(client);
    const thin = watch(client, { depth: 1 });
    expect(thin.lines()).toEqual(['live 1: 99 101']);
    exchange.frame(bid(99, 0, 2));
    expect(
      thin.views
        .at(-1)
        ?.top(9)
        .bids.map(({ price }) => price),
    ).toEqual([98]);
    expect(
      deep.views
        .at(-1)
        ?.top(9)
        .bids.map(({ price }) => price),
    ).toEqual([98, 97]);
    expect(thin.views.at(-1)?.quantityAt('bids', 97)).toBe(0);
    expect(names(exchange)).toEqual(['SubscribeLevel2']);
    client.close();
  });

  it('asks for more levels when somebody wants more than 500, and gives everyone the new snapshot', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const usual = watch(client);
    const deep = watch(client, { depth: 900 });
    expect(
      exchange.received.map(({ name, payload }) => [name, (payload as { Depth?: number }).Depth]),
    ).toEqual([
      ['SubscribeLevel2', 500],
      ['UnsubscribeLevel2', undefined],
      ['SubscribeLevel2', 900],
    ]);
    expect(usual.lines().at(-1)).toBe('live 2: 99 101');
    expect(deep.lines()).toEqual(['live 1: 99 101', 'live 2: 99 101']);
    client.close();
  });

  it('finds its instrument by symbol, and says so at once to a late consumer', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const bySymbol = { InstrumentId: undefined, Symbol: 'BTCUSDT' };
    exchange.script({ answer: ({ name }) => (name === 'SubscribeLevel2' ? calm : undefined) });
    const first = watch(client, bySymbol);
    exchange.reply('GetInstruments', [{ InstrumentId: 1, Symbol: 'BTCUSDT', SessionStatus: 'Running' }]);
    expect(first.views.map(({ InstrumentId, status }) => [InstrumentId, status])).toEqual([
      [undefined, 'restoring'],
      [1, 'restoring'],
      [1, 'live'],
    ]);
    const late = [watch(client, bySymbol), watch(client)].map(({ lines }) => lines());
    client.close();
    expect(late).toEqual([['live 1: 99 101'], ['live 1: 99 101']]);
    expect(names(exchange)).toEqual(['GetInstruments', 'SubscribeLevel2']);
  });

  it('looks its symbol up again where the socket is lost meanwhile, and follows where that leads on the next', () => {
    marbles((helpers) => {
      let InstrumentId: number | undefined;
      const exchange = bookExchange();
      const client = exchange.client();
      exchange.script({
        answer: ({ name, payload }) => {
          if (name === 'SubscribeLevel2')
            return calm.map((row) => row.with(7, (payload as { InstrumentId: number }).InstrumentId));
          return InstrumentId && [{ InstrumentId, Symbol: 'BTCUSDT', SessionStatus: 'Running' }];
        },
      });
      const { views, ends } = watch(client, { InstrumentId: undefined, Symbol: 'BTCUSDT' });
      play(helpers, '-a 99ms b 99ms x', {
        a: () => {
          InstrumentId = 1;
          exchange.drop();
        },
        b: () => {
          InstrumentId = 2;
          exchange.drop();
        },
        x: () => client.close(),
      });
      helpers.flush();
      expect(views.map(({ InstrumentId: id, status }) => `${id ?? '-'} ${status}`)).toEqual([
        '- restoring',
        ...['1 restoring', '1 live', '1 restoring', '1 live'],
        ...['2 restoring', '2 live', '2 restoring'],
      ]);
      expect(ends).toEqual(['complete']);
    });
  });

  it.each([
    ['no such symbol', { InstrumentId: undefined, Symbol: 'NONE' }, /symbol/],
    ['a depth that is none', { depth: 0 }, /Depth/],
    ['no instrument', { InstrumentId: undefined }, /InstrumentId/],
  ])('fails with its cause and completes: %s', (_why, params, message) => {
    const client = bookExchange().client();
    const { views, ends } = watch(client, params);
    expect(views.at(-1)?.status).toBe('failed');
    expect(views.at(-1)?.cause?.message).toMatch(message);
    expect(views.at(-1)?.best).toEqual({});
    expect(ends).toEqual(['complete']);
    client.close();
  });

  it('fails with options that it cannot be watched by, and asks nothing of the exchange', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const { views, ends } = watch(client, {}, { auditAfter: NaN });
    expect(views.map(({ status }) => status)).toEqual(['failed']);
    expect(views[0]?.cause).toMatchObject({ _tag: 'InvalidRequest', mismatches: [{ path: 'auditAfter' }] });
    expect([ends, names(exchange)]).toEqual([['complete'], []]);
    client.close();
  });

  it.each([
    ['by its id', {}],
    ['by its symbol', { InstrumentId: undefined, Symbol: 'BTCUSDT' }],
  ])('fails when the connection is given up: %s', (_name, params) => {
    const exchange = bookExchange();
    const client = exchange.client({ backoff: () => null });
    exchange.script({ opens: false });
    const { views, ends } = watch(client, params);
    exchange.drop('gone');
    expect(views.map(({ status }) => status)).toEqual(['restoring', 'failed']);
    expect(views.at(-1)?.cause).toMatchObject({ _tag: 'TransportError' });
    expect(ends).toEqual(['complete']);
  });

  it('keeps its last book when the connection is given up, found by a symbol as well', () => {
    const exchange = bookExchange();
    const client = exchange.client({ backoff: () => null });
    const { lines, ends } = watch(client, { InstrumentId: undefined, Symbol: 'BTCUSDT' });
    exchange.drop('gone');
    expect(lines().slice(-1)).toEqual(['failed 1: 99 101']);
    expect(ends).toEqual(['complete']);
  });

  it('ends the subscription with its last consumer, and begins anew with the next', () => {
    marbles((helpers) => {
      const exchange = bookExchange();
      const client = exchange.client();
      const first = watch(client);
      play(helpers, '-a---b', {
        a: () => first.unsubscribe(),
        b: () =>
          expect(watch(client, {}, { audit: false }).lines()).toEqual(['restoring 0: - -', 'live 1: 99 101']),
      });
      helpers.flush();
      expect(names(exchange)).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2', 'SubscribeLevel2']);
      client.close();
    });
  });

  it('lets through live books alone by whenLive', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const lines: string[] = [];
    orderBook$(client, { InstrumentId: 1 })
      .pipe(whenLive())
      .subscribe((view) => lines.push(lineOf(view)));
    exchange.frame(bid(102));
    exchange.frame(bid(102, 0, 2));
    expect(lines).toEqual(['live 1: 99 101', 'live 1: 99 101']);
    client.close();
  });
});

describe('a crossed book', () => {
  it('is told at once, and live again with the frame that uncrosses it', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const { lines, views } = watch(client);
    exchange.frame(bid(101));
    exchange.frame(bid(101, 0, 2));
    expect(lines().slice(1)).toEqual(['live 1: 99 101', 'crossed 1: 101 101', 'live 1: 99 101']);
    expect(views.at(-1)?.repairs.crossed).toBe(1);
    client.close();
  });

  it('is fine where it is locked, if that is said', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const { lines } = watch(client, {}, { locked: 'fine' });
    exchange.frame(bid(101));
    exchange.frame(bid(101.5));
    expect(lines().slice(2)).toEqual(['live 1: 101 101', 'crossed 1: 101.5 101']);
    client.close();
  });

  /** Frames at these times leave it crossed; when the fresh start was, and what was told from then on. */
  const repaired = (frames: string, options?: Parameters<typeof watch>[2], until = '9s -') => {
    let at: readonly number[] = [];
    let told: readonly string[] = [];
    let last: unknown;
    marbles((helpers) => {
      const exchange = bookExchange();
      const client = exchange.client();
      const { views, lines } = watch(client, {}, options);
      let count = 0;
      play(helpers, frames, { f: () => exchange.frame(bid(102, ++count)) });
      play(helpers, `${until}x`, { x: () => client.close() });
      helpers.flush();
      at = views
        .filter(({ status }) => status === 'restoring')
        .map(({ since }) => since)
        .slice(1, -1);
      told = lines().filter((line, index, all) => line !== all[index - 1]);
      last = views.at(-1)?.repairs;
    });
    return { at, told, last };
  };

  it('is begun afresh when it has lasted for a second and three frames', () => {
    expect(repaired('10ms f 99ms f 99ms f 99ms f')).toEqual({
      at: [1_010],
      told: [
        'restoring 0: - -',
        'live 1: 99 101',
        'crossed 1: 102 101',
        'restoring 1: 102 101',
        'live 2: 99 101',
        'restoring 2: 99 101',
      ],
      last: { done: 1, crossed: 1, differences: 0, audits: 0, last: { at: 1_010, why: 'crossed' } },
    });
    expect(repaired('10ms f 999ms f 999ms f 999ms f').at).toEqual([3_010]);
  });

  it('is begun afresh after 5 s without a third frame', () => {
    expect(repaired('10ms f 99ms f 99ms f').at).toEqual([5_010]);
    expect(repaired('10ms f').at).toEqual([5_010]);
  });

  it('is not begun afresh when it is not crossed any more, nor while another is awaited', () => {
    marbles((helpers) => {
      const exchange = bookExchange();
      const client = exchange.client();
      watch(client);
      play(helpers, '-f 999ms g 9s x', {
        f: () => exchange.frame(bid(102)),
        g: () => exchange.frame(bid(102, 0, 2)),
        x: () => client.close(),
      });
      helpers.flush();
      expect(names(exchange)).toEqual(['SubscribeLevel2']);
    });
  });

  it('is begun afresh again and again after pauses that double up to the longest, and anew after a minute of peace', () => {
    const starts = (peace: boolean): readonly number[] => {
      const times: number[] = [];
      marbles((helpers) => {
        const exchange = bookExchange(wild);
        const client = exchange.client();
        const { views } = watch(client, {}, { audit: false });
        play(helpers, '200s p 70s q 60s x', {
          p: () => {
            if (!peace) return;
            exchange.tell({ snapshot: calm });
            exchange.frame(bid(102, 0, 2));
          },
          q: () => exchange.frame(bid(103)),
          x: () => client.close(),
        });
        helpers.flush();
        for (const { status, since } of views.slice(1)) if (status === 'restoring') times.push(since);
      });
      return times.slice(0, -1);
    };
    // 5 s of grace first; then the pause is longer than that, but for the first.
    expect(starts(false)).toEqual([
      5_000, 10_000, 20_000, 40_000, 80_000, 140_000, 200_000, 260_000, 320_000,
    ]);
    expect(starts(true).at(-1)).toBe(275_001);
  });
});

describe('an audit', () => {
  /** A book told as `calm`, and what `GetL2Snapshot` says of it. */
  const audited = (
    answer: ReturnType<typeof bid>[] | undefined,
    until: string,
    options?: Parameters<typeof watch>[2],
    frames?: string,
  ) => {
    const seen: { at: number; line: string }[] = [];
    let asked: readonly string[] = [];
    let last: unknown;
    let errors = 0;
    marbles((helpers) => {
      const exchange = bookExchange();
      exchange.tell({ answer });
      const client = exchange.client();
      client.error$.subscribe(() => (errors += 1));
      const { views } = watch(client, {}, options);
      let count = 0;
      if (frames !== undefined) play(helpers, frames, { f: () => exchange.frame(bid(50, ++count)) });
      play(helpers, `${until} x`, {
        x: () => {
          asked = names(exchange);
          last = views.at(-1);
          seen.push(...views.map((view) => ({ at: view.since, line: lineOf(view) })));
          client.close();
        },
      });
      helpers.flush();
    });
    return {
      asked: asked.filter((name) => name === 'GetL2Snapshot').length,
      seen: seen.slice(2),
      last,
      errors,
    };
  };

  it('is asked a minute after the last proof, whatever the pace, and is a proof where it agrees', () => {
    expect(audited([...calm], '59999ms')).toMatchObject({ asked: 0, seen: [] });
    expect(audited([...calm], '61s')).toMatchObject({ asked: 1, seen: [] });
    expect(audited([...calm], '123s')).toMatchObject({ asked: 2, seen: [], errors: 0 });
    expect(audited([...calm, bid(50, 9)], '62010ms', {}, '1s f 29s f 30999ms f').last).toMatchObject({
      provenAt: 61_001,
      repairs: { audits: 1 },
    });
  });

  it('is asked as often as is said, or never', () => {
    expect(audited([...calm], '10s', { auditAfter: 1_000 }).asked).toBe(3);
    expect(audited([...calm], '200s', { audit: false }).asked).toBe(0);
  });

  it('acts on the second hit on one level: the book is stale, and begun afresh', () => {
    const { seen, last } = audited([bid(99), bid(98), ask(101)], '70s');
    // Judged after 2 s of quiet, and looked at again 2 s later.
    expect(seen).toEqual([
      { at: 66_000, line: 'stale 1: 99 101' },
      { at: 66_000, line: 'restoring 1: 99 101' },
      { at: 66_000, line: 'live 2: 99 101' },
    ]);
    expect(last).toMatchObject({
      repairs: { done: 1, differences: 1, audits: 2, crossed: 0, last: { at: 66_000, why: 'differences' } },
    });
  });

  it.each([8_000, 20_000, 28_000])(
    'finds a ghost in a thin book with a frame every %s ms, at the touch or behind its last level',
    (pace) => {
      marbles((helpers) => {
        const exchange = bookExchange([bid(99), bid(98), ask(101), ask(102), ask(103)]);
        const client = exchange.client();
        const { views } = watch(client);
        let count = 1;
        const frame = (): void => {
          const row = bid(98, ++count);
          exchange.tell({ answer: [bid(99), row, ask(101), ask(102), ...(count < 12 ? [ask(103)] : [])] });
          exchange.frame(row, ask(103, 1, count < 12 ? 0 : 2));
        };
        play(helpers, '10s t', { t: () => exchange.frame(bid(100)) });
        play(helpers, '500s w', { w: () => exchange.frame(bid(50), ask(200)) });
        for (let at = pace; at < 900_000; at += pace) play(helpers, `${at}ms f`, { f: frame });
        play(helpers, '900s x', { x: () => client.close() });
        helpers.flush();
        const repaired = views.filter(
          (view, index) => view.repairs.done > (views[index - 1]?.repairs.done ?? 0),
        );
        const [first, second] = repaired.map(({ repairs }) => repairs);
        expect(first).toMatchObject({ done: 1, differences: 1, last: { why: 'differences' } });
        expect(first?.last?.at).toBeLessThan(70_000 + 2 * pace);
        expect(second).toMatchObject({ done: 2, differences: 2 });
        expect((second?.last?.at ?? Infinity) - 500_000).toBeLessThan(70_000 + 2 * pace);
      });
    },
  );

  it('is told on error$ where it fails, and asked again later', () => {
    const { asked, seen, errors } = audited(undefined, '130s');
    expect({ asked, seen, errors }).toEqual({ asked: 2, seen: [], errors: 2 });
  });

  it('is never live for one consumer after another has given the socket up on hearing of it', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const seen: string[] = [];
    const book$ = orderBook$(client, { InstrumentId: 1 });
    book$.subscribe(({ best, status }) => {
      if (status === 'live' && best.bid?.price === 100) client.reconnect();
    });
    book$.pipe(map(lineOf)).subscribe((line) => seen.push(line));
    exchange.frame(bid(100));

    expect(seen).toEqual(['live 1: 99 101', 'restoring 1: 100 101']);
    client.close();
  });
});
