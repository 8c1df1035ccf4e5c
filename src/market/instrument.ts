import { defer, type Observable, of, switchMap, take } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { askOn } from '../requests/ask.ts';
import { type InstrumentParams, instrumentId$ as idOfSymbol$ } from '../topics/instrumentId.ts';
import { patiently } from './patience.ts';

/** The id of an instrument: as it is given, or by its symbol, patiently: what may pass is waited for. */
export const instrumentId$ = (
  connection: Connection,
  params: InstrumentParams,
  call: string,
): Observable<number> =>
  defer(() => {
    if (params.InstrumentId !== undefined) return of(params.InstrumentId);
    const terms = connection[inner];
    return connection.socket$.pipe(
      take(1),
      switchMap((socket) => idOfSymbol$(askOn(socket, terms), params, call)),
      patiently(terms.report),
    );
  });
