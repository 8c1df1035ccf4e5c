import { plainBooks } from '../../../src/market/book/books.ts';
import { type OrderBookOptions, rulesOf } from '../../../src/market/book/bookOptions.ts';
import { exchangeClockOf } from '../../../src/market/exchangeClock.ts';
import { marbles } from '../../support/marbles.ts';
import { ask, bid, bookExchange, watch } from '../../support/watchedBook.ts';

const audits = (exchange: ReturnType<typeof bookExchange>): number =>
  exchange.names().filter((name) => name === 'GetL2Snapshot').length;

describe('the engine of a book', () => {
  it('is one for an instrument of a connection and its copies, whatever the rules, on one subscription', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const seen: string[] = [];
    const follow = (InstrumentId: number, options: OrderBookOptions, connection = client) =>
      plainBooks
        .state$(connection, { InstrumentId }, rulesOf(options))
        .subscribe(({ strict: { status } }) => seen.push(status));
    follow(1, {});
    follow(1, { auditAfter: 5_000 });
    follow(1, { locked: 'fine' }, { ...client });
    const told = [...seen];
    client.close();
    // What the stream has not begun with yet is told by it as well.
    expect(told).toEqual(['restoring', 'restoring', 'live', 'live', 'live']);
    expect(exchange.names()).toEqual(['SubscribeLevel2']);
  });

  it('shows its time to the clock of the exchange', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = bookExchange();
      const client = exchange.client();
      watch(client);
      const told = 1_700_000_000_000;
      cold('---f').subscribe(() => exchange.frame(bid(98)));
      cold('20ms c').subscribe(() => client.close());
      expectObservable(exchangeClockOf(client).reaches$(told + 5)).toBe('--------(t|)', { t: told + 5 });
      flush();
    });
  });

  /** Consumers who come and go, by letters; how many audits were asked for in every stretch between dots. */
  const auditsWith = (acts: string, consumers: Readonly<Record<string, OrderBookOptions>>) => {
    const counts: number[] = [];
    marbles(({ cold, flush }) => {
      const exchange = bookExchange();
      const client = exchange.client();
      const joined = new Map<string, { readonly unsubscribe: () => void }>();
      cold(acts).subscribe((act) => {
        if (act === 'n') counts.push(audits(exchange));
        else if (act === 'x') client.close();
        else if (act === act.toLowerCase()) joined.set(act, watch(client, {}, consumers[act]));
        else joined.get(act.toLowerCase())?.unsubscribe();
      });
      flush();
    });
    return counts.map((count, index) => count - (counts[index - 1] ?? 0));
  };

  it('audits once for all consumers, however many follow and whatever they ask', () => {
    const usual = { a: {}, b: {}, c: { locked: 'fine' }, d: { repairPause: { first: 1 } } } as const;
    // An agreed audit takes the 2 s of quiet; the next is a minute behind it.
    expect(auditsWith('(abcd) 190s n x', usual)).toEqual([3]);
  });

  it('audits as often as the strictest wants, from when he comes until he goes', () => {
    const consumers = { a: {}, b: { auditAfter: 8_000 }, c: { audit: false } };
    // One at once, as it is overdue; then each ten seconds, 8 of waiting and 2 of quiet.
    expect(auditsWith('(ac) 50s b 100s n B 55s n x', consumers)).toEqual([11, 0]);
    expect(auditsWith('(cb) 100s n B 300s n x', consumers)).toEqual([10, 0]);
  });

  it('tells everyone the status by what equal prices are to him', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const strict = watch(client);
    const fine = watch(client, {}, { locked: 'fine' });
    exchange.frame(bid(101));
    exchange.frame(bid(102));
    exchange.frame(bid(102, 0, 2), bid(101, 0, 2), ask(101));
    expect(strict.lines().slice(2)).toEqual(['crossed 1: 101 101', 'crossed 1: 102 101', 'live 1: 99 101']);
    expect(fine.lines().slice(1)).toEqual(['live 1: 101 101', 'crossed 1: 102 101', 'live 1: 99 101']);
    client.close();
  });

  it('begins what is locked afresh for as long as somebody takes it for crossed', () => {
    const restarts = (acts: string): number => {
      let count = 0;
      marbles(({ cold, flush }) => {
        const exchange = bookExchange([bid(101), ask(101)]);
        const client = exchange.client();
        const fine = watch(client, {}, { locked: 'fine', audit: false });
        cold(acts).subscribe((act) => {
          if (act === 's') watch(client, {}, { audit: false });
          else client.close();
        });
        flush();
        count = fine.lines().filter((line) => line.startsWith('live')).length - 1;
      });
      return count;
    };
    expect(restarts('30s x')).toBe(0);
    expect(restarts('10s s 8s x')).toBe(1);
  });

  it('takes in a consumer who joins from inside what another is told', () => {
    marbles(({ cold, flush }) => {
      const exchange = bookExchange();
      const client = exchange.client();
      const first = watch(client);
      let inside: ReturnType<typeof watch> | undefined;
      plainBooks.state$(client, { InstrumentId: 1 }, rulesOf({})).subscribe(({ frames }) => {
        if (frames === 1) inside ??= watch(client, {}, { auditAfter: 1_000 });
      });
      exchange.frame(bid(98));
      expect(inside?.lines()).toEqual(['live 1: 99 101']);
      cold('10s x').subscribe(() => client.close());
      flush();
      expect(audits(exchange)).toBe(3);
      expect(first.views.at(-1)?.repairs.audits).toBe(3);
    });
  });
});
