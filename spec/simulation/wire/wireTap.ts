import { Observable } from 'rxjs';
import type { Transport } from '../../../src/index.ts';
import type { Wire } from '../../../src/transport/transport.ts';
import type { BookModel } from '../bookModel.ts';
import { createLiving, isAccountOn, type Living, type TappedSocket } from './tappedSocket.ts';
import { createWireRules, type WireRules, type WireWatch } from './wireRules.ts';

/** What has gone over the sockets of one client. */
export interface WireTap extends Pick<WireRules, 'sent' | 'close'> {
  readonly transport: Transport;
  /** The newest socket that is not over. */
  readonly socket: () => TappedSocket | undefined;
  /** The books of that socket, as its frames tell them. */
  readonly books: () => BookModel | undefined;
}

/** What the tap asks and tells while frames go by. */
export interface Watch extends WireWatch {
  readonly hasLogin: boolean;
  /** A version of an order has been taken in by everybody, on a socket on which the account is followed. */
  readonly toldOfOrder: (text: string, isSocketOver: boolean) => void;
  /** A frame of a book has been taken in by everybody. */
  readonly delivered: () => void;
  /** The socket has ended, and everybody knows. */
  readonly ended: () => void;
}

/** Listens to what goes over the sockets of one client, and holds it to the rules of the wire. */
export const createWireTap = (transport: Transport, watch: Watch): WireTap => {
  const { name: client, board, hasLogin, toldOfOrder, delivered, ended } = watch;
  const rules = createWireRules(watch);
  let current: Living | undefined;
  let sockets = 0;

  const opened = (): Living => {
    sockets += 1;
    current = createLiving(sockets, !hasLogin);
    board.log(`${client}#${sockets} open`);
    return current;
  };
  const tapped = (wire: Wire, living: Living): Wire => {
    return {
      ...wire,
      message$: new Observable((subscriber) =>
        wire.message$.subscribe({
          next: (message) => {
            const text = String(message);
            rules.hear(living, text);
            subscriber.next(message);
            if (text.includes('Level2')) delivered();
            if (text.includes('"OrderStateEvent"') && isAccountOn(living)) toldOfOrder(text, living.isOver);
          },
          complete: () => {
            rules.end(living);
            subscriber.complete();
            ended();
          },
        }),
      ),
      send: (text) => {
        if (!living.isOver) rules.send(living, text);
        wire.send(text);
      },
    };
  };

  return {
    transport: (url) =>
      new Observable((subscriber) => {
        let living: Living | undefined;
        subscriber.add(
          transport(url).subscribe({
            next: (wire) => {
              living = opened();
              subscriber.next(tapped(wire, living));
            },
            error: (error: unknown) => subscriber.error(error),
            complete: () => subscriber.complete(),
          }),
        );
        // Whoever has let go of it listens no more.
        subscriber.add(() => {
          if (living !== undefined) rules.end(living);
        });
      }),
    socket: () => (current?.isOver === false ? current.tapped : undefined),
    books: () => (current?.isOver === false ? current.books : undefined),
    ...{ sent: rules.sent, close: rules.close },
  };
};
