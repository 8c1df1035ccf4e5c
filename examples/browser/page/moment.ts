import type { BookStatus, ClientError, Connection, ConnectionState } from 'notbank-rx';
import { distinctUntilChanged, map, type Observable } from 'rxjs';

/** Whether all is well, is being made well, or is not. */
export type Tone = 'good' | 'busy' | 'bad';

/** What something said of itself, and when. */
export interface Moment {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly tone: Tone;
  readonly says: string;
  /** Why, where that is known. */
  readonly why?: string;
}

type Said = Omit<Moment, 'at'>;

const because = (cause: ClientError | undefined): Pick<Moment, 'why'> =>
  cause === undefined ? {} : { why: cause.message };

/** A state of the connection in words. */
export const saidBy = (state: ConnectionState): Said => {
  switch (state._tag) {
    case 'Connecting':
      return { tone: 'busy', says: `connecting, attempt ${state.attempt + 1}`, ...because(state.cause) };
    case 'Authenticating':
      return { tone: 'busy', says: 'logging in' };
    case 'Open':
      return { tone: 'good', says: 'open' };
    case 'Probing':
      return { tone: 'busy', says: 'is it alive?' };
    case 'Waiting': {
      const seconds = (state.delay / 1000).toFixed(1);
      return { tone: 'bad', says: `lost, tries again in ${seconds} s`, ...because(state.cause) };
    }
    case 'Closed':
      return { tone: 'bad', says: 'closed', ...because(state.cause) };
  }
};

const tones: Readonly<Record<BookStatus, Tone>> = {
  live: 'good',
  restoring: 'busy',
  stale: 'bad',
  crossed: 'bad',
  failed: 'bad',
};

/** What everything that is kept says of itself: books, bars, accounts. */
export interface Trusted {
  readonly status: BookStatus;
  readonly cause?: ClientError;
}

const now = (said: Said): Moment => ({ at: Date.now(), ...said });

/** The connection, whenever it is in another state. */
export const linkMoments$ = ({ state$ }: Connection): Observable<Moment> =>
  state$.pipe(map((state) => now(saidBy(state))));

/** Something that is kept, whenever it can be trusted more or less than before. */
export const trustMoments$ = (kept$: Observable<Trusted>): Observable<Moment> =>
  kept$.pipe(
    distinctUntilChanged((one, other) => one.status === other.status && one.cause === other.cause),
    map(({ status, cause }) => now({ tone: tones[status], says: status, ...because(cause) })),
  );

/** What is worth a line in the journal, and no state of anything. */
export const noted = (says: string, tone: Tone = 'busy'): Moment => now({ tone, says });
