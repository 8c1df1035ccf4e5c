import { asyncScheduler, filter, take } from 'rxjs';
import { withKeepAlive } from '../../src/session/keepAlive.ts';
import { ConnectionLost } from '../../src/errors.ts';
import { createEngine } from '../../src/orders/engine.ts';
import { lookQueueOf } from '../../src/orders/lookQueue.ts';
import { addCell } from '../../src/orders/place.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import type { Resolve } from '../../src/orders/resolve.ts';
import { marbles, type RunHelpers } from '../support/marbles.ts';
import { connect } from '../support/connect.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { order } from './support/order.ts';
import { answering, bid, session, willing } from './support/scripted.ts';

/** One look as soon as there can be one, another three seconds after the sending, and then no more. */
const twice: Resolve = ({ age, isOn, looks }) => {
  if (looks.length > 1) return { verdict: 'Unresolved', reason: 'looked' };
  return { lookIn: !isOn ? Infinity : Math.max(0, 3_000 * looks.length - age) };
};
const idIn = (payload: unknown): string =>
  String((payload as Readonly<Record<string, unknown>>)['ClientOrderId']);
const reason = new ConnectionLost('SendOrder', true, 'gone');

/** An account whose stream is fed by hand over a link that is scripted, and where the next turn is 500 ms away. */
const setUp = () => {
  const { client, exchange } = session(willing, 10_000, { backoff: () => 600, requestTimeout: 1_000 });
  const asked: string[] = [];
  exchange.received$
    .pipe(filter(({ name }) => name === 'GetOrdersHistory'))
    .subscribe(({ payload }) => asked.push(`${idIn(payload)} at ${asyncScheduler.now()}`));
  client.state$.subscribe();
  const engine = createEngine(client, 7);
  const subscribed = (): void => engine.take({ _tag: 'Subscribed' });
  const lost = (): void => engine.take({ _tag: 'Lost' });
  const drop = (): void => {
    lost();
    exchange.drop();
  };
  const told: string[] = [];
  const doubt = (ClientOrderId: number) => {
    const cell = addCell(engine, { ClientOrderId, isGiven: true, remaining: 1, resolve: twice });
    cell.life$.subscribe(({ _tag, reason: why }) => told.push(`${ClientOrderId} ${_tag} ${String(why)}`));
    cell.take({ _tag: 'Doubt', reason });
    return cell;
  };
  subscribed();
  lookQueueOf(client).turn$(0).pipe(take(1)).subscribe();
  return { asked, told, client, exchange, engine, subscribed, lost, drop, doubt };
};

type SetUp = ReturnType<typeof setUp>;

const act = ({ cold }: RunHelpers, when: string, what: () => void): void => {
  cold(when).subscribe(what);
};

describe('lookFor', () => {
  it('has orders looked for in turn, the one that was sent first first, and each is told', () => {
    marbles((helpers) => {
      const { asked, told, doubt } = setUp();
      act(helpers, '-x', () => doubt(2));
      act(helpers, '--x', () => doubt(3));
      act(helpers, 'x', () => doubt(1));
      helpers.flush();
      expect(asked.slice(0, 3)).toEqual(['1 at 500', '2 at 1000', '3 at 1500']);
      expect(told.slice(-3)).toEqual([1, 2, 3].map((id) => `${id} Unresolved looked`));
    });
  });

  it.each<readonly [string, at: number, (one: SetUp, helpers: RunHelpers) => void]>([
    [
      'the link is lost',
      900,
      ({ drop, subscribed }, helpers) => {
        act(helpers, '100ms x', drop);
        act(helpers, '900ms x', subscribed);
      },
    ],
    [
      'the link is lost, and the stream begins before the link is told to be open',
      700,
      ({ client, drop, subscribed }, helpers) => {
        act(helpers, '100ms x', drop);
        client.state$.subscribe(({ _tag }) => {
          if (_tag === 'Connecting' && asyncScheduler.now() > 0) subscribed();
        });
      },
    ],
    [
      'the link is lost, and the account hears nothing of it',
      700,
      ({ exchange }, helpers) => act(helpers, '100ms x', () => exchange.drop()),
    ],
    [
      'the link is lost twice',
      1_400,
      ({ drop, subscribed }, helpers) => {
        act(helpers, '100ms x', drop);
        act(helpers, '750ms x', drop);
        act(helpers, '1400ms x', subscribed);
      },
    ],
    [
      'the stream of the account is lost on a living link',
      900,
      ({ lost, subscribed }, helpers) => {
        act(helpers, '100ms x', lost);
        act(helpers, '900ms x', subscribed);
      },
    ],
    [
      'the stream of the account begins anew',
      500,
      ({ subscribed }, helpers) => act(helpers, '400ms x', subscribed),
    ],
    [
      'the link is lost while the look is under way',
      500,
      ({ exchange, drop, subscribed }, helpers) => {
        exchange.script({ answer: () => undefined });
        act(helpers, '600ms x', () => {
          drop();
          exchange.script({ answer: willing });
        });
        act(helpers, '1300ms x', subscribed);
      },
    ],
  ])('has an order looked for at its times, once each, and to its end, where %s', (_name, at, lose) => {
    marbles((helpers) => {
      const one = setUp();
      act(helpers, '10ms x', () => one.doubt(1));
      lose(one, helpers);
      helpers.flush();
      expect(one.asked).toEqual([`1 at ${at}`, '1 at 3010']);
      expect(one.told.at(-1)).toBe('1 Unresolved looked');
    });
  });
});

describe('lookFor, of orders that end and engines that stop', () => {
  it('has no turn go by for an order that has ended meanwhile', () => {
    marbles((helpers) => {
      const { asked, doubt } = setUp();
      act(helpers, '10ms x', () => {
        const ended = doubt(1);
        doubt(2);
        ended.take({ _tag: 'Refused', reason: 'no', how: 'reply' });
      });
      helpers.flush();
      expect(asked).toEqual(['2 at 500', '2 at 3010']);
    });
  });

  it('asks nothing any more when the engine has stopped', () => {
    marbles((helpers) => {
      const { asked, engine, doubt } = setUp();
      act(helpers, '10ms x', () => doubt(1));
      act(helpers, '20ms x', () => engine.life.unsubscribe());
      helpers.flush();
      expect(asked).toEqual([]);
    });
  });
});

describe('an order in doubt, after a sleep of the machine', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Three orders without an answer, and a sleep before the second of them is looked for. */
  const asleep = () => {
    let isAnswering = true;
    const answer = answering({
      GetOrdersHistory: ({ ClientOrderId }) => [order({ ClientOrderId: Number(ClientOrderId), OrderId: 9 })],
    });
    const exchange = scriptedExchange({ answer: (frame) => (isAnswering ? answer(frame) : undefined) });
    const keepAlive = withKeepAlive({ interval: 60_000, timeout: 400 });
    const client = connect(exchange, { keepAlive, backoff: () => 200 });
    const tags: string[] = [];
    const states: string[] = [];
    client.state$.subscribe(({ _tag }) => states.push(_tag));
    for (const ClientOrderId of [81, 82, 83])
      placeOrder$(client, { ...bid, ClientOrderId }, { timeout: 50 }).subscribe(({ _tag }) =>
        tags.push(`${ClientOrderId} ${_tag}`),
      );
    jest.advanceTimersByTime(900);
    jest.setSystemTime(Date.now() + 60_000);
    isAnswering = false;
    jest.advanceTimersByTime(300);
    isAnswering = true;
    const looks = (): number => exchange.names().filter((name) => name === 'GetOrdersHistory').length;
    return { exchange, client, tags, states, looks };
  };
  const working = (ids: readonly number[]): readonly string[] => ids.map((id) => `${id} Working`);

  it('is looked for when the link is found to live, at the pace of the looks', () => {
    const { exchange, client, tags, states, looks } = asleep();
    expect([states.at(-1), looks()]).toEqual(['Probing', 1]);
    exchange.reply('Ping', { msg: 'PONG' });
    expect([states.at(-1), looks()]).toEqual(['Open', 1]);
    jest.advanceTimersByTime(499);
    expect(looks()).toBe(2);
    jest.advanceTimersByTime(1_000);
    expect(looks()).toBe(3);
    expect(tags.filter((tag) => tag.endsWith('Working'))).toEqual(working([81, 82, 83]));
    client.close();
  });

  it('is looked for on the next link when this one has not lived through it', () => {
    const { client, tags, states, looks } = asleep();
    jest.advanceTimersByTime(250);
    expect([states.at(-1), looks()]).toEqual(['Waiting', 1]);
    jest.advanceTimersByTime(200);
    expect([states.at(-1), looks()]).toEqual(['Open', 2]);
    jest.advanceTimersByTime(500);
    expect(looks()).toBe(3);
    expect(tags.filter((tag) => tag.endsWith('Working'))).toEqual(working([81, 82, 83]));
    client.close();
  });
});
