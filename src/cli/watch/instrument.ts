import { map, type Observable } from 'rxjs';
import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Connection } from '../../connection/connection.ts';
import { GetInstruments } from '../../endpoints/instrument/GetInstruments.ts';
import { request$ } from '../../requests/request.ts';
import { noSuch } from '../noSuch.ts';
import { usageError } from '../usageError.ts';
import { patiently } from './patiently.ts';

/** All instruments, asked for until somebody answers. Cold; emits once. */
export const instruments$ = (connection: Connection): Observable<readonly Instrument[]> =>
  request$(connection, GetInstruments, {}).pipe(patiently());

const found = (instruments: readonly Instrument[], written: string): Instrument => {
  const instrument = instruments.find(({ Symbol }) => Symbol.toLowerCase() === written.toLowerCase());
  if (instrument !== undefined) return instrument;
  const symbols = instruments.map(({ Symbol }) => Symbol);
  throw usageError(noSuch('instrument', written, symbols));
};

/**
 * The instrument of a symbol, in any case, asked for until somebody answers. Cold; emits once, and errors with a usage
 * error that names near symbols where there is none.
 */
export const instrument$ = (connection: Connection, symbol: string): Observable<Instrument> =>
  instruments$(connection).pipe(map((instruments) => found(instruments, symbol)));
