import { expectTypeOf } from 'expect-type';
import { filter, type Observable } from 'rxjs';
import type { ConnectionLost, InvalidRequest } from '../../src/errors.ts';
import { Ping } from '../../src/endpoints/system/Ping.ts';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import type { Exact } from '../../src/codec/scalars/Exact.ts';
import { exact } from '../../src/exact.ts';
import { request$ } from '../../src/requests/request.ts';
import { follow$ } from '../../src/streams/follow.ts';
import type { Kept } from '../../src/streams/kept.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { SubscribeLevel1 } from '../../src/topics/SubscribeLevel1.ts';
import { SubscribeLevel2 } from '../../src/topics/SubscribeLevel2.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { refusal, SubscribeQuotes, willing } from '../support/quotes.ts';

const setUp = (answer = willing, backoff: number | null = 5) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange, { backoff: () => backoff });
  return {
    exchange,
    client,
    told: (Id: number, Price: number) => exchange.push({ name: 'QuoteEvent', payload: { Id, Price } }),
  };
};
const values: Record<string, Partial<Kept<number>>> = {
  n: { status: 'restoring', since: 0, asOf: 0, provenAt: 0, epoch: 0 },
  a: { status: 'live', state: 10, since: 0, asOf: 0, provenAt: 0, epoch: 1 },
  u: { status: 'live', state: 11, since: 0, asOf: 2, provenAt: 0, epoch: 1 },
  l: { status: 'restoring', state: 11, since: 4, asOf: 2, provenAt: 0, epoch: 1 },
  b: { status: 'live', state: 10, since: 9, asOf: 9, provenAt: 9, epoch: 2 },
};

describe('follow$', () => {
  it('tells the state with how far it can be trusted, over a loss, for ever', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client, told } = setUp();
      cold('--u').subscribe(() => told(1, 11));
      cold('----d').subscribe(() => exchange.drop());
      const unsub = '  -----------!';
      const expected = '(na)-----b';
      expectObservable(
        follow$(client, SubscribeQuotes, { Id: 1 }).pipe(filter(({ asOf }) => asOf !== 2)),
        unsub,
      ).toBe(expected, values);
      expectObservable(
        follow$(client, SubscribeQuotes, { Id: 1 }).pipe(filter(({ asOf }) => asOf === 2)),
        unsub,
      ).toBe('--u-l', values);
    });
  });

  it('gives a late consumer the present at once, the very same value', () => {
    const { client, told } = setUp();
    const [early, late]: [Kept<number>[], Kept<number>[]] = [[], []];
    follow$(client, SubscribeQuotes, { Id: 1 }).subscribe((kept) => early.push(kept));
    follow$(client, SubscribeQuotes, { Id: 1 }).subscribe((kept) => late.push(kept));
    told(1, 11);
    expect(early.map(({ status }) => status)).toEqual(['restoring', 'live', 'live']);
    expect(late[0]).toBe(early[1]);
    expect(late[1]).toBe(early[2]);
    client.close();
  });

  it('says restoring before a request hears of the loss, and before another stream still shows live', () => {
    const { exchange, client } = setUp(({ name, payload }) =>
      name === 'Ping' ? undefined : willing({ name, payload }),
    );
    const log: string[] = [];
    const last = new Map<number, string>();
    for (const Id of [1, 2]) {
      follow$(client, SubscribeQuotes, { Id }).subscribe(({ status }) => {
        last.set(Id, status);
        log.push(`${Id} ${status}`);
        if (status !== 'restoring' || log.length < 5) return;
        // Whoever comes now is not given the other's dead value as live.
        follow$(client, SubscribeQuotes, { Id: 3 - Id })
          .subscribe((other) => log.push(`asked ${other.status}`))
          .unsubscribe();
      });
    }
    request$(client, Ping, {}).subscribe({
      error: (error: unknown) => log.push((error as ConnectionLost)._tag),
    });
    exchange.drop();
    const told = log.slice(4);
    expect(told).toEqual([
      '1 restoring',
      'asked restoring',
      '2 restoring',
      'asked restoring',
      'ConnectionLost',
    ]);
    client.close();
  });

  it('says stale after silence, to who asked for it and to nobody else', () => {
    marbles(({ cold, flush }) => {
      const { client, told } = setUp();
      const quiet$ = follow$(client, SubscribeQuotes, { Id: 1 }, { quietAfter: 3 });
      const [one, two, plain]: [string[], string[], string[]] = [[], [], []];
      quiet$.subscribe(({ status }) => one.push(status));
      cold('----(a|)').subscribe(() => quiet$.subscribe(({ status }) => two.push(status)));
      follow$(client, SubscribeQuotes, { Id: 1 }).subscribe(({ status }) => plain.push(status));
      cold('-----(u|)').subscribe(() => told(1, 11));
      cold('------(c|)').subscribe(() => client.close());
      flush();
      expect(one).toEqual(['restoring', 'live', 'stale', 'live', 'restoring']);
      expect(two).toEqual(['live', 'live', 'restoring']);
      expect(plain).toEqual(['live', 'live', 'restoring']);
    });
  });

  it('says failed with the cause and completes, and begins anew for who subscribes again', () => {
    let isThere = false;
    const { client } = setUp((request) =>
      isThere || request.name.startsWith('Un') ? willing(request) : refusal(104),
    );
    const log: unknown[] = [];
    const quote$ = follow$(client, SubscribeQuotes, { Id: 1 });
    const observer = {
      next: ({ status, cause }: Kept<number>) => log.push([status, cause?._tag]),
      complete: () => log.push('complete'),
    };
    quote$.subscribe(observer);
    isThere = true;
    quote$.subscribe(observer);
    expect(log).toEqual([
      ['restoring', undefined],
      ['failed', 'GatewayError'],
      'complete',
      ['restoring', undefined],
      ['live', undefined],
    ]);
    client.close();
  });

  it('fails when the connection is given up, and completes when it is closed', () => {
    const log: unknown[] = [];
    for (const end of ['give up', 'close']) {
      const { exchange, client } = setUp(willing, null);
      follow$(client, SubscribeQuotes, { Id: 1 }).subscribe({
        next: ({ status, cause }) => log.push([status, cause?.message]),
        complete: () => log.push('complete'),
      });
      if (end === 'close') client.close();
      else exchange.drop('gone');
    }
    expect(log).toEqual([
      ['restoring', undefined],
      ['live', undefined],
      ['restoring', undefined],
      ['failed', 'gone'],
      'complete',
      ['restoring', undefined],
      ['live', undefined],
      ['restoring', undefined],
      'complete',
    ]);
  });

  it('shares one subscription at the exchange with subscribe$', () => {
    const { exchange, client } = setUp();
    follow$(client, SubscribeQuotes, { Id: 1 }).subscribe();
    subscribe$(client, SubscribeQuotes, { Id: 1 }).subscribe();
    expect(exchange.names()).toEqual(['SubscribeQuotes']);
    client.close();
  });

  it('tells of what was passed in the wrong place, and connects to nothing', () => {
    const { exchange, client } = setUp();
    const causes: unknown[] = [];
    const wrongly = follow$ as (...args: readonly unknown[]) => ReturnType<typeof follow$>;
    for (const args of [
      [client, Ping, {}],
      [client, undefined, {}],
      [undefined, SubscribeLevel1, {}],
      [client, SubscribeLevel1],
    ]) {
      wrongly(...args).subscribe(({ status, cause }) =>
        causes.push([status, (cause as InvalidRequest)._tag]),
      );
    }
    expect(causes).toEqual(Array.from({ length: 4 }, () => ['failed', 'InvalidRequest']));
    expect(exchange.sockets()).toBe(0);
    client.close();
  });

  it('gives an exact follower the payload of the snapshot, to the last digit', () => {
    const rows = '[[1,1,0,0,100.00,1,100.10,1,2.50,0]]';
    const { exchange, client } = setUp(({ name }) => (name.startsWith('Un') ? { result: true } : rows));
    const states: unknown[] = [];
    const book$ = follow$(client, exact(SubscribeLevel2), { InstrumentId: 1 });
    expectTypeOf(book$).toEqualTypeOf<Observable<Kept<Exact<readonly Level2Row[]>>>>();
    book$.subscribe(({ state }) => states.push(state));
    exchange.push({ name: 'Level2UpdateEvent', payload: '[[2,1,0,0,100.00,1,100.10,1,3.000,0]]' });
    expect(states).toEqual([
      undefined,
      [[1, 1, 0, 0, '100.00', 1, '100.10', 1, '2.50', 0]],
      [[2, 1, 0, 0, '100.00', 1, '100.10', 1, '3.000', 0]],
    ]);
    client.close();
  });

  it('fails an exact follower whose own numbers cannot be made', () => {
    const { client } = setUp(({ name }) =>
      name.startsWith('Un') ? { result: true } : '{"OMSId":1,"InstrumentId":1,"BestBid":1.0}',
    );
    const log: unknown[] = [];
    const refusing = exact(SubscribeLevel1, (): number => {
      throw new Error('no such number');
    });
    follow$(client, refusing, { InstrumentId: 1 }).subscribe({
      next: ({ status, cause }) => log.push([status, cause?._tag]),
      complete: () => log.push('complete'),
    });
    expect(log).toEqual([['restoring', undefined], ['failed', 'DecodeError'], 'complete']);
    client.close();
  });
});
