import { mergeMap, Observable, Subject, type Subscriber } from 'rxjs';
import type { Connection } from '../../connection/connection.ts';
import { inner, type Inner } from '../../connection/inner.ts';
import { entryOf } from '../../entry.ts';

/**
 * Room for so many at once: emits when there is some, in the order of coming, and then holds it until it is
 * unsubscribed from. It never completes. Unsubscribing earlier leaves the queue.
 */
export const createRoom = (most: number): Observable<undefined> => {
  const guests = new Subject<Subscriber<undefined>>();
  const stay$ = (guest: Subscriber<undefined>): Observable<never> =>
    new Observable((stay) => {
      guest.add(() => stay.complete());
      guest.next(undefined);
    });
  guests.pipe(mergeMap(stay$, most)).subscribe();
  return new Observable((guest) => guests.next(guest));
};

/** What the books of one connection have room for. */
export interface BookRoom {
  readonly audit$: Observable<undefined>;
  readonly repair$: Observable<undefined>;
}

const rooms = new WeakMap<Inner, BookRoom>();

/** Room for two audits and two repairs at once, for all books of a connection and its copies together. */
export const bookRoomOf = (connection: Connection): BookRoom =>
  entryOf(rooms, connection[inner], () => ({ audit$: createRoom(2), repair$: createRoom(2) }));
