import { timer } from 'rxjs';
import type { Fill, Revised } from '../../src/orders/account.ts';
import { fills$ } from '../../src/orders/fills.ts';
import { marbles } from '../support/marbles.ts';
import { trade } from './support/order.ts';
import { answering, refusal, session } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const fill = (TradeId: number, TradeTimeMS: number) => trade({ TradeId, TradeTimeMS, TradeTime: 7 });
const say = ({ _tag, trade: { TradeId } }: Fill | Revised): string => `${_tag} ${TradeId}`;

const told = (
  since: number | undefined,
  answers: Answers,
  act: (one: ReturnType<typeof session>) => void,
) => {
  const list: string[] = [];
  marbles(({ flush }) => {
    const one = session(answering(answers), 1_000);
    fills$(one.client, { AccountId: 7 }, since === undefined ? {} : { since }).subscribe({
      next: (item) => list.push(say(item)),
      error: (error: unknown) => list.push((error as Error).name),
      complete: () => list.push('end'),
    });
    timer(10).subscribe(() => act(one));
    flush();
  });
  return list;
};

describe('fills$', () => {
  it('tells each fill once from now on, a correction as such, and ends with the client', () => {
    const act = ({ pushFill }: ReturnType<typeof session>): void => {
      pushFill({ TradeId: 3 });
      pushFill({ TradeId: 3 });
      pushFill({ TradeId: 3, OrderTradeRevision: 1 });
    };
    const before = { GetAccountTrades: () => [fill(2, 20)] };
    expect(told(undefined, before, act)).toEqual(['Fill 3', 'Revised 3', 'end']);
  });

  it('tells what was filled while the link was lost when it is back, once', () => {
    let rows = [fill(2, 20)];
    const act = ({ exchange, pushFill }: ReturnType<typeof session>): void => {
      pushFill({ TradeId: 3 });
      rows = [fill(5, 50), fill(4, 40), fill(3, 30), ...rows];
      exchange.drop();
    };
    expect(told(undefined, { GetAccountTrades: () => rows }, act)).toEqual([
      'Fill 3',
      'Fill 4',
      'Fill 5',
      'end',
    ]);
  });

  it('begins in the past where that is asked for, over several pages, the oldest first, each once', () => {
    const all = Array.from({ length: 450 }, (_, index) => fill(450 - index, 450 - index));
    const page = ({ StartIndex = 0, Depth = 0 }: { StartIndex?: number; Depth?: number }) =>
      all.slice(StartIndex, StartIndex + Depth);
    const list = told(150, { GetAccountTrades: (payload) => page(payload) }, ({ pushFill }) => {
      pushFill({ TradeId: 450 });
      pushFill({ TradeId: 451 });
    });
    expect(list).toEqual([...Array.from({ length: 302 }, (_, index) => `Fill ${150 + index}`), 'end']);
  });

  it('has of the past what only an event has told before the follower came, where the list lags', () => {
    const list: string[] = [];
    marbles(({ flush }) => {
      const { client, pushFill } = session(answering({ GetAccountTrades: () => [fill(2, 20)] }), 1_000);
      fills$(client, { AccountId: 7 }).subscribe();
      timer(10).subscribe(() => pushFill({ TradeId: 3, TradeTimeMS: 30 }));
      timer(20).subscribe(() => {
        fills$(client, { AccountId: 7 }, { since: 1 }).subscribe((item) => list.push(say(item)));
      });
      flush();
    });
    expect(list).toEqual(['Fill 2', 'Fill 3']);
  });

  it('tells a correction of a fill of the past, and not what the past had of it already', () => {
    const corrected = trade({ TradeId: 2, TradeTimeMS: 20, TradeTime: 7, OrderTradeRevision: 1 });
    const list = told(1, { GetAccountTrades: () => [corrected] }, ({ pushFill }) => {
      pushFill({ TradeId: 2 });
      pushFill({ TradeId: 2, OrderTradeRevision: 1 });
      pushFill({ TradeId: 2, OrderTradeRevision: 2 });
    });
    expect(list).toEqual(['Fill 2', 'Revised 2', 'end']);
  });

  it('does not ask on and on where the exchange lists nothing that can be read', () => {
    const asked: unknown[] = [];
    const odd = Array.from({ length: 200 }, () => 'odd');
    const answers: Answers = {
      GetAccountTrades: ({ StartIndex }) => {
        asked.push(StartIndex);
        return odd;
      },
    };
    expect(told(1, answers, () => undefined)).toEqual(['end']);
    expect(asked.length).toBeLessThan(4);
  });

  it('tells nothing of the past behind the end that its own handler brings about', () => {
    const list: string[] = [];
    marbles(({ flush }) => {
      const rows = [fill(3, 30), fill(2, 20), fill(1, 10)];
      const { client } = session(answering({ GetAccountTrades: () => rows }), 1_000);
      fills$(client, { AccountId: 7 }, { since: 1 }).subscribe({
        next: (item) => {
          list.push(say(item));
          client.close();
        },
        complete: () => list.push('end'),
      });
      flush();
    });
    expect(list).toEqual(['Fill 1', 'end']);
  });

  it('errors where the past cannot be read', () => {
    expect(told(0, { GetAccountTrades: () => refusal(20) }, () => undefined)).toEqual(['GatewayError']);
  });
});
