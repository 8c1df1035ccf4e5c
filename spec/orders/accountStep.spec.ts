import fc from 'fast-check';
import type { Order } from '../../src/codec/records/Order.ts';
import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import { GatewayError } from '../../src/errors.ts';
import {
  type Account,
  type AccountInput,
  type Answer,
  newAccount,
  type Question,
  standingOf,
} from '../../src/orders/account.ts';
import { accountStep } from '../../src/orders/accountStep.ts';
import { dueAt } from '../../src/orders/dueAt.ts';
import { add, compareScaled, scaled, zero } from '../../src/codec/scalars/scaled.ts';
import { entriesOf } from '../../src/orders/shelf.ts';
import type { Untimed } from '../../src/orders/now.ts';
import type { AccountEvent } from '../../src/topics/accountEvents.ts';
import { order, trade } from './support/order.ts';

/** An exchange of one account, as naive as can be, and what is on its way to us. */
interface World {
  readonly orders: Map<number, Order>;
  readonly trades: OrderTrade[];
  events: AccountEvent[];
  answers: { readonly question: Question; readonly answer: Answer | undefined }[];
}

const refusal = (call: string, code: number): GatewayError =>
  new GatewayError(call, { code, errormsg: 'no', detail: null });

const stateEvent = (payload: Order): AccountEvent => ({ _tag: 'OrderStateEvent', payload });
const fillEvent = (payload: OrderTrade): AccountEvent => ({ _tag: 'OrderTradeEvent', payload });

const isOpen = ({ OrderState }: Order): boolean => OrderState === 'Working';

const change = (world: World, next: Order): void => {
  world.orders.set(Number(next.OrderId), next);
  world.events.push(stateEvent(next));
};

const openAt = ({ orders }: World, index: number): Order | undefined => {
  const open = [...orders.values()].filter(isOpen);
  return open[index % Math.max(1, open.length)];
};

const fill = (world: World, index: number): void => {
  const known = openAt(world, index);
  if (known === undefined) return;
  const Quantity = known.Quantity - 0.25;
  const made = trade({
    TradeId: world.trades.length + 1,
    OrderId: known.OrderId,
    Quantity: 0.25,
  });
  world.trades.unshift(made);
  change(world, {
    ...known,
    Quantity,
    QuantityExecuted: known.QuantityExecuted + 0.25,
    OrderState: Quantity === 0 ? 'FullyExecuted' : 'Working',
  });
  world.events.push(fillEvent(made));
};

/** What the exchange answers, as all was when it was asked. */
const answerOf = ({ orders, trades }: World, question: Question): Answer | undefined => {
  const own = new Set<number>();
  switch (question._tag) {
    case 'OpenOrders':
      return { _tag: 'OpenOrders', rows: [...orders.values()].filter(isOpen), leftOut: 0 };
    case 'Status': {
      const known = orders.get(Number(question.OrderId));
      return known && { _tag: 'Status', order: known };
    }
    case 'Trades': {
      const rows = trades.slice(question.StartIndex, question.StartIndex + 200);
      return { _tag: 'Trades', rows, leftOut: 0, own };
    }
    case 'FillsOf': {
      const rows = trades.filter(({ OrderId }) => OrderId === question.OrderId);
      return { _tag: 'FillsOf', rows, leftOut: 0, own };
    }
    case 'Positions':
      return { _tag: 'Positions', rows: [], leftOut: 0 };
  }
};

const run = () => {
  const world: World = { orders: new Map(), trades: [], events: [], answers: [] };
  const told: OrderTrade[] = [];
  let now = 0;
  let account: Account = newAccount(7, now);
  const take = (input: Untimed<AccountInput>): void => {
    const [next, asks] = accountStep(account, { ...input, at: now });
    account = next;
    for (const ask of asks) {
      if (ask._tag === 'Fill') told.push(ask.fill.trade);
      if (ask._tag === 'Question')
        world.answers.push({ question: ask.question, answer: answerOf(world, ask.question) });
    }
  };
  const answer = (index: number): void => {
    const [asked] = world.answers.splice(index % Math.max(1, world.answers.length), 1);
    if (asked === undefined) return;
    const cause = refusal('GetOrderStatus', 104);
    if (asked.answer === undefined) take({ _tag: 'Unanswered', question: asked.question, cause });
    else take({ _tag: 'Answered', question: asked.question, answer: asked.answer });
  };
  const hear = (): void => {
    const event = world.events.shift();
    if (event !== undefined) take({ _tag: 'Event', event });
  };
  const wait = (time: number): void => {
    now += time;
    if (dueAt(account) <= now) take({ _tag: 'Woken' });
  };
  const lose = (): void => {
    world.events = [];
    world.answers = [];
    take({ _tag: 'Lost' });
  };
  /** Until there is nothing on its way any more. */
  const settle = (): void => {
    for (let turn = 0; turn < 500; turn += 1) {
      if (world.events.length > 0) hear();
      else if (world.answers.length > 0) answer(0);
      else if (dueAt(account) < now + 30_000) wait(Math.max(0, dueAt(account) - now));
      else return;
    }
    throw new Error('it does not come to rest');
  };
  return { world, told, take, answer, hear, wait, lose, settle, account: () => account };
};
type Run = ReturnType<typeof run>;

type Act = (run: Run) => void;
const act = (name: string, index: number): Act => {
  const acts: Readonly<Record<string, Act>> = {
    place: ({ world }) => change(world, order({ OrderId: world.orders.size + 1 })),
    fill: ({ world }) => fill(world, index),
    cancel: ({ world }) => {
      const known = openAt(world, index);
      if (known !== undefined) change(world, { ...known, OrderState: 'Canceled' });
    },
    hear: ({ hear }) => hear(),
    'hear twice': ({ hear, world }) => {
      world.events.unshift(...world.events.slice(0, 1));
      hear();
    },
    'lose an event': ({ world }) => void world.events.shift(),
    'swap events': ({ world }) => world.events.reverse(),
    answer: ({ answer }) => answer(index),
    refuse: ({ take, world }) => {
      const [asked] = world.answers.splice(0, 1);
      const cause = refusal('GetOpenOrders', 102);
      if (asked !== undefined) take({ _tag: 'Unanswered', question: asked.question, cause });
    },
    wait: ({ wait }) => wait(500 * index),
    lose: ({ lose, take }) => {
      lose();
      take({ _tag: 'Subscribed' });
    },
    unreadable: ({ take, world }) => {
      world.events.shift();
      take({ _tag: 'Unreadable', cause: refusal('x', 102) });
    },
  };
  return acts[name] ?? (() => undefined);
};

const names = [
  ...['place', 'place', 'fill', 'fill', 'cancel', 'hear', 'hear', 'hear', 'answer', 'answer', 'answer'],
  ...['hear twice', 'lose an event', 'swap events', 'refuse', 'wait', 'lose', 'unreadable'],
];
const script = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(7)), { maxLength: 60 });

const keys = (trades: readonly OrderTrade[]): readonly number[] =>
  trades.map(({ TradeId }) => Number(TradeId)).sort((a, b) => a - b);
const remaining = (orders: readonly Order[]): readonly unknown[] =>
  orders
    .map(({ OrderId, Quantity, QuantityExecuted }) => [Number(OrderId), Quantity, QuantityExecuted])
    .sort(([a = 0], [b = 0]) => a - b);

describe('accountStep', () => {
  it('is true after a restoration whatever happened, and tells each fill once', () => {
    fc.assert(
      fc.property(script, (acts) => {
        const one = run();
        const { account, lose, settle, take, told, world } = one;
        take({ _tag: 'Subscribed' });
        settle();
        for (const [name, index] of acts) act(name, index)(one);
        lose();
        take({ _tag: 'Subscribed' });
        settle();

        expect(account().status).toBe('live');
        expect(keys(told)).toEqual(keys(world.trades));
        const open = entriesOf(account().open).flatMap(([, { order: known }]) => known ?? []);
        expect(remaining(open)).toEqual(remaining([...world.orders.values()].filter(isOpen)));
        for (const [OrderId] of entriesOf(account().open)) {
          const standing = standingOf(account(), OrderId);
          const sum = [...(standing?.fills.values() ?? [])].reduce(
            (so, { trade: one_ }) => add(so, scaled(one_.Quantity)),
            zero,
          );
          expect(compareScaled(sum, scaled(standing?.order?.QuantityExecuted ?? 0))).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never tells a fill twice, nor says that it is live while a question of the restoration is open', () => {
    fc.assert(
      fc.property(script, (acts) => {
        const one = run();
        one.take({ _tag: 'Subscribed' });
        for (const [name, index] of acts) {
          act(name, index)(one);
          expect(new Set(keys(one.told)).size).toBe(one.told.length);
          if (one.account().status === 'live') expect(one.account().round).toBeUndefined();
        }
      }),
    );
  });

  it('finds an event that was lost on a living link within two audits', () => {
    const one = run();
    const { account, settle, take, wait, world } = one;
    take({ _tag: 'Audited', isAudited: true });
    take({ _tag: 'Subscribed' });
    settle();
    act('place', 0)(one);
    world.events = [];
    wait(60_000);
    settle();
    expect(entriesOf(account().open)).toHaveLength(1);
    expect(account().status).toBe('live');
  });

  it('takes no list that left rows out for a proof of absence', () => {
    const { account, hear, take, world, settle } = run();
    take({ _tag: 'Subscribed' });
    settle();
    change(world, order({ OrderId: 1 }));
    hear();
    take({ _tag: 'Lost' });
    take({ _tag: 'Subscribed' });
    const question = world.answers.find((asked) => asked.question._tag === 'OpenOrders')?.question;
    if (question === undefined) throw new Error('open orders were not asked for');
    take({ _tag: 'Answered', question, answer: { _tag: 'OpenOrders', rows: [], leftOut: 1 } });
    expect(account().round).toMatchObject({ isListRead: false, absent: [] });
  });

  it('lets go of an order that the exchange does not know any more, and says nothing of its end', () => {
    const { account, answer, settle, take, world } = run();
    take({ _tag: 'Subscribed' });
    settle();
    take({ _tag: 'Event', event: stateEvent(order({ OrderId: 9 })) });
    take({ _tag: 'Lost' });
    world.answers = [];
    take({ _tag: 'Subscribed' });
    while (world.answers.length > 0) answer(0);
    expect(account()).toMatchObject({ status: 'live', open: { size: 0 } });
    expect(standingOf(account(), 9)).toMatchObject({ isGone: true, order: { OrderState: 'Working' } });
  });
});
