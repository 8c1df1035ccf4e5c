import { concat, map, merge, mergeMap, type Observable, of } from 'rxjs';
import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Connection } from '../../connection/connection.ts';
import { instrument$ } from './instrument.ts';
import { link$ } from './link.ts';
import type { CommonChange } from './watchable.ts';

/** Where the connection stands, as changes. */
export const linkChange$ = (connection: Connection): Observable<CommonChange> =>
  link$(connection).pipe(map((link) => ({ _tag: 'Link', link })));

/**
 * What changes on a watch of one instrument: the link at once, the instrument when the exchange has told it, then what is
 * made of that. It errors where the connection was given up, where there is no such symbol, and as its own changes do.
 */
export const changesOf = <C>(
  connection: Connection,
  symbol: string,
  own$: (instrument: Instrument) => Observable<C>,
): Observable<C | CommonChange> =>
  merge(
    linkChange$(connection),
    instrument$(connection, symbol).pipe(
      mergeMap((instrument) =>
        concat(of<CommonChange>({ _tag: 'Instrument', instrument }), own$(instrument)),
      ),
    ),
  );
