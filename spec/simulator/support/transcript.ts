import { asyncScheduler, timer } from 'rxjs';
import { createExchange, demoUsers, type ExchangeOptions } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { limitOrder, signed } from './dial.ts';

/** A call that one of two connections makes at a time, in milliseconds. */
export interface Step {
  readonly at: number;
  readonly connection: 0 | 1;
  readonly name: string;
  readonly payload: unknown;
}

const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };

/** Calls of every kind: a login, streams, orders, lists, queries, nonsense. */
export const calls: readonly (readonly [name: string, payload: unknown])[] = [
  ['AuthenticateUser', signed(demoUsers[0])],
  ['SubscribeLevel1', one],
  ['SubscribeLevel2', { ...one, Depth: 5 }],
  ['SubscribeTrades', { ...one, IncludeLastCount: 5 }],
  ['SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 5 }],
  ['SubscribeAccountEvents', own],
  ['SubscribeOrderStateEvents', { ...own, InstrumentId: 1 }],
  ['SendOrder', limitOrder(0, '104500.00', '0.01')],
  ['SendOrder', limitOrder(1, '104000.00', '0.01')],
  ['SendOrder', limitOrder(0, '1.00', '9999999')],
  ['SendOrderList', [limitOrder(0, '103000.00', '0.02'), limitOrder(0, '1.00', '9999999')]],
  ['GetAccountPositions', own],
  ['GetLevel1Summary', { OMSId: 1 }],
  ['CancelAllOrders', own],
  ['UnsubscribeLevel2', one],
  ['unsubscribelevel1', one],
  ['Nonsense', {}],
  ['LogOut', {}],
];

/** All that two connections hear of an exchange with a crowd, byte for byte and with its time. */
export const transcript = (options: ExchangeOptions, script: readonly Step[]): readonly string[] => {
  const lines: string[] = [];
  marbles(({ flush }) => {
    const exchange = createExchange({ startTime: 1_700_000_000_000, crowd: 300, ...options });
    const wires = [0, 1].map((connection) => {
      let send: (text: string) => void = () => undefined;
      const note = (what: string): unknown => lines.push(`${asyncScheduler.now()} ${connection} ${what}`);
      exchange.transport('').subscribe({
        next: (wire) => {
          send = (text) => wire.send(text);
          wire.message$.subscribe((text) => note(String(text)));
        },
        error: (error: unknown) => note(String(error)),
        complete: () => note('closed'),
      });
      return (text: string): void => send(text);
    });
    script.forEach(({ at, connection, name, payload }, index) => {
      const frame = { m: 0, i: 2 * (index + 1), n: name, o: JSON.stringify(payload) };
      timer(at).subscribe(() => wires[connection]?.(JSON.stringify(frame)));
    });
    timer(2_500).subscribe(() => exchange.close());
    flush();
  });
  return lines;
};
