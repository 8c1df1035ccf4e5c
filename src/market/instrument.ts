import type { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { type InstrumentParams, resolveInstrumentId } from '../topics/instrumentId.ts';
import { patiently } from './patience.ts';

/** The id of an instrument, as `resolveInstrumentId` finds it, but patiently: what may pass is waited for. */
export const instrumentId$ = (
  connection: Connection,
  params: InstrumentParams,
  call: string,
): Observable<number> =>
  resolveInstrumentId(connection, params, call).pipe(patiently(connection[inner].report));
