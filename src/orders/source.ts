import { filter, map, merge, type Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { ClientError } from '../errors.ts';
import type { Notice } from '../streams/notice.ts';
import { notices$ } from '../streams/notices.ts';
import { type AccountEvent, accountEvents } from '../topics/accountEvents.ts';
import { SubscribeAccountEvents } from '../topics/SubscribeAccountEvents.ts';
import type { AccountInput } from './account.ts';
import type { Untimed } from './now.ts';

type Input = Untimed<AccountInput>;

const lost = ({ cause }: { readonly cause?: ClientError }): Input =>
  cause === undefined ? { _tag: 'Lost' } : { _tag: 'Lost', cause };

const inputOf = (notice: Notice<unknown>): Input => {
  switch (notice._tag) {
    case 'Begun':
      return { _tag: 'Subscribed' };
    case 'Changed':
      return { _tag: 'Event', event: notice.event as AccountEvent };
    case 'Failed':
      return { _tag: 'Failed', cause: notice.cause };
    case 'Lost':
    case 'Setback':
      return lost(notice.kept);
  }
};

const eventNames: ReadonlySet<string> = new Set(accountEvents.map(({ name }) => name));

/** The stream goes on over an event that cannot be read; what it would have told is missing from then on. */
const unreadable$ = ({ error$ }: Connection): Observable<Input> =>
  error$.pipe(
    filter((error: ClientError) => error._tag === 'DecodeError' && eventNames.has(error.call)),
    map((cause) => ({ _tag: 'Unreadable', cause }) as const),
  );

/**
 * What happens to an account: its events, that they have begun, that they have stopped, that one could not be read. It
 * ends with `Failed` where they cannot be had, and when the client is closed.
 */
export const accountInput$ = (connection: Connection, AccountId: number): Observable<Input> =>
  merge(
    unreadable$(connection),
    // As one who takes messages: what others are given of them is then a copy of what is kept here.
    notices$(connection, SubscribeAccountEvents, { AccountId }, { isFollower: false }).pipe(map(inputOf)),
  );
