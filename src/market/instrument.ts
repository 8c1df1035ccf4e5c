import { defer, type Observable, of, switchMap, take } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { askOn } from '../requests/ask.ts';
import { type InstrumentParams, instrumentId$ as idOfSymbol$ } from '../topics/instrumentId.ts';

/**
 * The id of an instrument on the present socket: as it is given, or by its symbol. Once a stream of that symbol has begun
 * there, the answer is known and no question goes out.
 *
 * Cold; emits the id and completes, with the errors of a look-up.
 */
export const instrumentId$ = (
  connection: Connection,
  params: InstrumentParams,
  call: string,
): Observable<number> =>
  defer(() => {
    if (params.InstrumentId !== undefined) return of(params.InstrumentId);
    return connection.socket$.pipe(
      take(1),
      switchMap((socket) => idOfSymbol$(askOn(socket, connection[inner]), params, call)),
    );
  });

/** What tells instruments apart, as they are named: of an id and a symbol it is not known that they are one. */
export const instrumentKey = ({ OMSId = 1, InstrumentId, ...rest }: InstrumentParams): string =>
  JSON.stringify([OMSId, InstrumentId ?? ('Symbol' in rest ? rest.Symbol : undefined)]);
