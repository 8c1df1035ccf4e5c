import { timer } from 'rxjs';
import { connect } from './connect.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { willing } from './quotes.ts';

/** How a gateway behaves that is hard to please. */
export interface BusyGateway {
  /** After how many milliseconds it answers. */
  readonly delay: number;
  /** How many frames it takes in any second before it ends the socket. @default any number */
  readonly perSecond?: number;
  /** What it ends the socket at, in the place of an answer. @default nothing */
  readonly endsAt?: (request: Frame) => boolean;
}

/** A gateway that answers late and ends the socket at too many frames, or at a request that it does not bear. */
export const busyGateway = ({ delay, perSecond = Infinity, endsAt = () => false }: BusyGateway) => {
  let sentAt: readonly number[] = [];
  const exchange = scriptedExchange({
    answer: (request) => {
      const socket = exchange.sockets();
      const isThere = (): boolean => exchange.sockets() === socket && exchange.open() > 0;
      sentAt = [...sentAt, socket];
      const mine = sentAt.filter((other) => other === socket).length;
      timer(1_000).subscribe(() => (sentAt = sentAt.toSpliced(sentAt.indexOf(socket), 1)));
      timer(mine > perSecond ? 0 : delay).subscribe(() => {
        if (!isThere()) return;
        if (mine > perSecond || endsAt(request)) exchange.drop('too much');
        else exchange.push({ ...request, type: MessageType.Reply, payload: willing(request) });
      });
      return undefined;
    },
  });
  return { exchange, client: connect(exchange, { backoff: () => 1_000, requestTimeout: 10_000 }) };
};
