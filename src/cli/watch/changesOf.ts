import {
  concat,
  connect,
  endWith,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  takeUntil,
} from 'rxjs';
import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Connection } from '../../connection/connection.ts';
import { instrument$ } from './instrument.ts';
import { link$ } from './link.ts';
import type { CommonChange } from './watchable.ts';

/**
 * What changes, and where the connection stands, which comes first. It completes with what changes, and errors with it or
 * where the connection was given up.
 */
export const withLink = <C>(connection: Connection, own$: Observable<C>): Observable<C | CommonChange> =>
  own$.pipe(
    connect((change$) =>
      merge(
        change$,
        link$(connection).pipe(
          map((link): CommonChange => ({ _tag: 'Link', link })),
          takeUntil(change$.pipe(ignoreElements(), endWith('over'))),
        ),
      ),
    ),
  );

/**
 * What changes on a watch of one instrument: the link at once, the instrument when the exchange has told it, then what is
 * made of that. It errors where the connection was given up, where there is no such symbol, and as its own changes do.
 */
export const changesOf = <C>(
  connection: Connection,
  symbol: string,
  own$: (instrument: Instrument) => Observable<C>,
): Observable<C | CommonChange> =>
  withLink(
    connection,
    instrument$(connection, symbol).pipe(
      mergeMap((instrument) =>
        concat(of<CommonChange>({ _tag: 'Instrument', instrument }), own$(instrument)),
      ),
    ),
  );
