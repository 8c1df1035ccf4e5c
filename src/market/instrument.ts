import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  type MonoTypeOperatorFunction,
  NEVER,
  type Observable,
  of,
  switchMap,
  take,
  tap,
  throwError,
} from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { ConnectionLost } from '../errors.ts';
import { askOn } from '../requests/ask.ts';
import { type InstrumentParams, instrumentId$ as idOfSymbol$ } from '../topics/instrumentId.ts';
import { patiently } from './asked.ts';

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

/** The next socket is asked instead. */
const untilNextSocket: MonoTypeOperatorFunction<number> = catchError((error: unknown) =>
  error instanceof ConnectionLost ? NEVER : throwError(() => error),
);

/**
 * The id of an instrument on one socket after another: as it is given, or by its symbol, which is looked up on each;
 * emits it where it is another than before. What may pass is asked again and told on `error$`.
 *
 * Cold. It errors where there is no such instrument, and with the cause where the connection is given up before any id is
 * known; it completes when the connection is over.
 */
export const instrumentIds$ = (
  connection: Connection,
  params: InstrumentParams,
  call: string,
): Observable<number> =>
  defer(() => {
    if (params.InstrumentId !== undefined) return of(params.InstrumentId);
    let isKnown = false;
    const { report } = connection[inner];
    return connection.socket$.pipe(
      // Why there is no more of what is known is told with that.
      catchError((error: unknown) => (isKnown ? EMPTY : throwError(() => error))),
      switchMap((socket) =>
        idOfSymbol$(askOn(socket, connection[inner]), params, call).pipe(
          untilNextSocket,
          patiently(report, () => true),
        ),
      ),
      tap(() => (isKnown = true)),
      distinctUntilChanged(),
    );
  });

/** What tells instruments apart, as they are named: of an id and a symbol it is not known that they are one. */
export const instrumentKey = ({ OMSId = 1, InstrumentId, ...rest }: InstrumentParams): string =>
  JSON.stringify([OMSId, InstrumentId ?? ('Symbol' in rest ? rest.Symbol : undefined)]);
