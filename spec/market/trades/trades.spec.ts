import { GatewayError, TransportError } from '../../../src/errors.ts';
import type { Frame } from '../../../src/frame.ts';
import { trades$, type TradesParams } from '../../../src/market/trades/trades.ts';
import { scriptedExchange } from '../../../src/testing/scriptedExchange.ts';
import { connect } from '../../support/connect.ts';
import { marbles } from '../../support/marbles.ts';

const row = (id: number) => [id, 1, 0.5, 100 + id, 7, 8, 1_700_000_000_000 + id, 0, 1, 0, 0];

/** An exchange that knows the trades up to `last`, of which it tells `most` at once. */
const setUp = (options: Parameters<typeof connect>[1] = {}, most = Infinity) => {
  let last = 200;
  const rows = (count: number) =>
    Array.from({ length: Math.min(count, most, last) }, (_, index) => row(last - index)).reverse();
  const answer = ({ name, payload }: Frame): unknown => {
    const { IncludeLastCount = 0, Count = 0 } = payload as Readonly<Record<string, number>>;
    if (name === 'SubscribeTrades') return rows(IncludeLastCount);
    if (name === 'GetLastTrades') return rows(Count);
    if (name === 'GetInstruments') return [];
    return name === 'UnsubscribeTrades'
      ? { result: true, errormsg: null, errorcode: 0, detail: null }
      : undefined;
  };
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange, options);
  return {
    exchange,
    client,
    trade: (...ids: readonly number[]): void => {
      last = Math.max(last, ...ids);
      exchange.push({ name: 'TradeDataUpdateEvent', payload: ids.map(row) });
    },
    passBy: (id: number): void => {
      last = id;
    },
  };
};

const one = { InstrumentId: 1 };
const follow = (client: ReturnType<typeof connect>, params: TradesParams, seen: unknown[]) =>
  trades$(client, params).subscribe({
    next: (item) => seen.push(item._tag === 'Gap' ? `${item.from} … ${item.to}` : item.TradeId),
    error: (error: unknown) => seen.push(error),
    complete: () => seen.push('complete'),
  });

describe('trades$', () => {
  it('tells what comes from now on, each trade once', () => {
    const { client, trade } = setUp();
    const seen: unknown[] = [];
    follow(client, one, seen);
    trade(201, 202);
    trade(202, 203);
    client.close();
    expect(seen).toEqual([201, 202, 203, 'complete']);
  });

  it('tells the past first to who wants it, a late consumer too, out of one subscription', () => {
    const { client, trade, exchange } = setUp();
    const seen: Record<'first' | 'late' | 'more', unknown[]> = { first: [], late: [], more: [] };
    follow(client, { ...one, history: 2 }, seen.first);
    trade(201);
    follow(client, { ...one, history: 2 }, seen.late);
    follow(client, { ...one, history: 103 }, seen.more);
    trade(202);

    expect(seen.first).toEqual([199, 200, 201, 202]);
    expect(seen.late).toEqual([200, 201, 202]);
    expect(seen.more).toEqual(Array.from({ length: 104 }, (_, index) => 99 + index));
    expect(exchange.names()).toEqual(['SubscribeTrades', 'GetLastTrades']);
    client.close();
  });

  it('goes on after a loss where the snapshot reaches back, and asks where it does not', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, passBy, trade } = setUp();
      const seen: unknown[] = [];
      follow(client, one, seen);
      cold('--d').subscribe(() => {
        exchange.drop();
        passBy(202);
      });
      cold('10ms t').subscribe(() => trade(203));
      cold('12ms d').subscribe(() => {
        exchange.drop();
        passBy(500);
      });
      cold('30ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([...Array.from({ length: 300 }, (_, index) => 201 + index), 'complete']);
      expect(exchange.names().filter((name) => name === 'GetLastTrades')).toHaveLength(1);
    });
  });

  it('tells the gap where the exchange has forgotten what was missed', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, passBy } = setUp({}, 3);
      const seen: unknown[] = [];
      const late: unknown[] = [];
      follow(client, one, seen);
      cold('--d').subscribe(() => {
        exchange.drop();
        passBy(300);
      });
      cold('20ms l').subscribe(() => follow(client, { ...one, history: 5 }, late));
      cold('30ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual(['200 … 298', 298, 299, 300, 'complete']);
      expect(late).toEqual([199, 200, '200 … 298', 298, 299, 300, 'complete']);
    });
  });

  it('moves with its symbol to the instrument that it stands for on the next socket, behind a gap', () => {
    marbles(({ cold, flush }) => {
      let id = 1;
      const { exchange, client } = setUp();
      const asked: unknown[] = [];
      const traded = (instrument: number, trade: number) => [trade, instrument, ...row(trade).slice(2)];
      const answer = ({ name, payload }: Frame): unknown => {
        if (name === 'GetInstruments') return [{ InstrumentId: id, Symbol: 'AB' }];
        asked.push([name, (payload as { readonly InstrumentId: number }).InstrumentId]);
        return id === 1 ? [traded(1, 200)] : [traded(2, 50)];
      };
      exchange.script({ answer });
      const push = (instrument: number, trade: number): void =>
        exchange.push({ name: 'TradeDataUpdateEvent', payload: [traded(instrument, trade)] });
      const seen: unknown[] = [];
      const late: unknown[] = [];
      follow(client, { Symbol: 'AB' }, seen);
      cold('-t').subscribe(() => push(1, 201));
      cold('--d').subscribe(() => {
        id = 2;
        exchange.drop();
      });
      cold('10ms t').subscribe(() => push(2, 51));
      cold('11ms t').subscribe(() => push(1, 202));
      cold('12ms l').subscribe(() => follow(client, { Symbol: 'AB', history: 2 }, late));
      cold('20ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([201, '201 … 51', 51, 'complete']);
      expect(late).toEqual([50, '201 … 51', 51, 'complete']);
      expect(asked).toEqual([
        ['SubscribeTrades', 1],
        ['SubscribeTrades', 2],
      ]);
    });
  });

  it('waits for what may pass, and reports it', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, trade } = setUp();
      const errors: unknown[] = [];
      client.error$.subscribe((error) => errors.push(error));
      const busy = { result: false, errormsg: 'Server Error', errorcode: 102, detail: null };
      exchange.script({ answer: () => busy });
      const seen: unknown[] = [];
      follow(client, one, seen);
      cold('400ms x').subscribe(() =>
        exchange.script({ answer: ({ name }) => (name === 'SubscribeTrades' ? [row(200)] : busy) }),
      );
      cold('600ms t').subscribe(() => trade(201));
      cold('700ms c').subscribe(() => client.close());
      flush();

      expect(seen).toEqual([201, 'complete']);
      expect(errors).toMatchObject([{ _tag: 'GatewayError', code: 102 }]);
    });
  });

  it('errors where there is no such thing', () => {
    const { exchange, client } = setUp();
    const none = {
      result: false,
      errormsg: 'Resource Not Found',
      errorcode: 104,
      detail: 'Instrument not Found',
    };
    exchange.script({ answer: () => none });
    const seen: unknown[] = [];
    follow(client, one, seen);
    expect(seen).toEqual([expect.any(GatewayError)]);
    client.close();
  });

  it.each([-1, NaN, 1.5])('errors where the history is no count: %d', (history) => {
    const { client, exchange } = setUp();
    const seen: unknown[] = [];
    follow(client, { ...one, history }, seen);
    expect(seen).toMatchObject([{ _tag: 'InvalidRequest', mismatches: [{ path: 'history' }] }]);
    expect(exchange.names()).toEqual([]);
    client.close();
  });

  it('errors where a symbol is of no instrument', () => {
    const { client } = setUp();
    const seen: unknown[] = [];
    follow(client, { Symbol: 'NONE' }, seen);
    expect(seen).toMatchObject([{ _tag: 'InvalidRequest' }]);
    client.close();
  });

  it('errors with the cause when the connection is given up', () => {
    const { exchange, client } = setUp({ backoff: () => null });
    const seen: unknown[] = [];
    follow(client, one, seen);
    exchange.drop('gone');
    expect(seen).toEqual([new TransportError('gone')]);
  });

  it('errors with the cause when the connection is given up while a symbol is looked up, and asks no more', () => {
    const { exchange, client } = setUp({ backoff: () => null });
    exchange.script({ answer: () => undefined });
    const seen: unknown[] = [];
    marbles(({ cold, flush }) => {
      follow(client, { Symbol: 'AB', history: 5 }, seen);
      cold('10ms d').subscribe(() => exchange.drop('gone'));
      flush();
    });
    expect(seen).toEqual([new TransportError('gone')]);
    expect(exchange.names()).toEqual(['GetInstruments']);
  });

  it('tells nothing behind the end, though more has come with what it was closed on', () => {
    const { client, trade } = setUp();
    const seen: unknown[] = [];
    trades$(client, one).subscribe({
      next: (item) => {
        seen.push(item._tag === 'Gap' ? 'gap' : item.TradeId);
        if (seen.length === 2) client.close();
      },
      complete: () => seen.push('complete'),
    });
    trade(201, 202, 203);
    expect(seen).toEqual([201, 202, 'complete']);
  });
});
