import type { Line } from '../../src/streams/line.ts';
import { notices$, type Part } from '../../src/streams/notices.ts';
import { topic, type Topic } from '../../src/streams/topic.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { type QuoteParams, quotes, SubscribeQuotes, willing } from '../support/quotes.ts';

describe('notices$', () => {
  it('tells the present first, then what happens, and completes with the client', () => {
    const exchange = scriptedExchange({ answer: willing });
    const client = connect(exchange);
    const log: string[] = [];
    notices$(client, SubscribeQuotes, { Id: 1 }, { isFollower: true }).subscribe({
      next: ({ _tag }) => log.push(_tag),
      complete: () => log.push('end'),
    });
    exchange.push({ name: 'QuoteEvent', payload: { Id: 1, Price: 11 } });
    client.close();
    expect(log).toEqual(['Lost', 'Begun', 'Changed', 'Lost', 'end']);
  });

  it('says failed where the parameters are none, without a connection', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const log: string[] = [];
    notices$(client, SubscribeQuotes, { Id: 'x' } as never, { isFollower: false }).subscribe({
      next: ({ _tag }) => log.push(_tag),
      complete: () => log.push('end'),
    });
    expect([log, exchange.sockets()]).toEqual([['Failed', 'end'], 0]);
    client.close();
  });

  it('refuses another topic of the same function and key while the first is followed', () => {
    const exchange = scriptedExchange({ answer: willing });
    const client = connect(exchange);
    const texts = topic({ ...quotes, fold: { begin: () => 'mine', apply: () => 'mine' } });
    const same = topic({ ...quotes });
    const part = { isFollower: true };
    const first = notices$(client, SubscribeQuotes, { Id: 1 }, part).subscribe();
    const heard: unknown[] = [];
    const listen = <S, M>(of: Topic<QuoteParams, S, M>): unknown => {
      heard.length = 0;
      notices$(client, of, { Id: 1 }, part)
        .subscribe({ next: (notice) => heard.push(notice), complete: () => heard.push('end') })
        .unsubscribe();
      return [...heard];
    };

    expect(listen(texts)).toMatchObject([{ _tag: 'Failed', cause: { _tag: 'InvalidRequest' } }, 'end']);
    expect(listen(same)).toMatchObject([{ _tag: 'Begun', kept: { state: 10 } }]);
    expect(exchange.names()).toEqual(['SubscribeQuotes']);
    first.unsubscribe();
    client.close();
  });

  it('counts who follows the state, who keeps it and who takes messages, while they do', () => {
    const client = connect(scriptedExchange({ answer: willing }));
    const counts: unknown[] = [];
    const joined = ({ followers, keepers, listeners }: Line): void =>
      void counts.push([followers, keepers, listeners]);
    const join = (part: Omit<Part, 'joined'>) =>
      notices$(client, SubscribeQuotes, { Id: 1 }, { ...part, joined }).subscribe();
    join({ isFollower: false });
    join({ isFollower: true }).unsubscribe();
    join({ isFollower: true, readsAtOnce: true }).unsubscribe();
    join({ isFollower: false });
    expect(counts).toEqual([
      [0, 0, 1],
      [1, 1, 1],
      [1, 0, 1],
      [0, 0, 2],
    ]);
    client.close();
  });

  it('tells nobody an update after the loss that another consumer brought about on hearing it', () => {
    const exchange = scriptedExchange({ answer: willing });
    const client = connect(exchange);
    const log: string[] = [];
    const part = { isFollower: false };
    notices$(client, SubscribeQuotes, { Id: 1 }, part).subscribe(({ _tag }) => {
      if (_tag === 'Changed') exchange.drop();
    });
    notices$(client, SubscribeQuotes, { Id: 1 }, part).subscribe(({ _tag }) => log.push(_tag));
    exchange.push({ name: 'QuoteEvent', payload: { Id: 1, Price: 11 } });
    expect(log).toEqual(['Begun', 'Lost']);
    client.close();
  });
});
