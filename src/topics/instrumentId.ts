import { defer, map, type Observable, of, share, tap } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { GetInstruments } from '../endpoints/instrument/GetInstruments.ts';
import { InvalidRequest } from '../errors.ts';
import { request$ } from '../requests/request.ts';

/** An instrument by its id or by its symbol. */
export type InstrumentParams = { readonly OMSId?: number | undefined } & (
  { readonly InstrumentId: number } | { readonly InstrumentId?: undefined; readonly Symbol: string }
);

/** The symbols of one order system, as they were when last asked for. */
interface SymbolTable {
  readonly idOf: (symbol: string) => number | undefined;
  /** Asks the exchange; whoever subscribes while an answer is awaited shares it. */
  readonly refresh$: Observable<unknown>;
}

const createSymbolTable = (connection: Connection, OMSId: number): SymbolTable => {
  let ids: ReadonlyMap<string, number> = new Map();
  return {
    idOf: (symbol) => ids.get(symbol),
    refresh$: defer(() => request$(connection, GetInstruments, { OMSId })).pipe(
      tap((instruments) => {
        ids = new Map(instruments.map(({ Symbol, InstrumentId }) => [Symbol, InstrumentId]));
      }),
      share(),
    ),
  };
};

const tables = new WeakMap<Connection, Map<number, SymbolTable>>();

const tableOf = (connection: Connection, OMSId: number): SymbolTable => {
  const ofConnection = tables.get(connection) ?? new Map<number, SymbolTable>();
  tables.set(connection, ofConnection);
  const table = ofConnection.get(OMSId) ?? createSymbolTable(connection, OMSId);
  ofConnection.set(OMSId, table);
  return table;
};

const idOrThrow = (id: number | undefined, call: string, symbol: string): number => {
  if (id !== undefined) return id;
  const mismatch = { path: 'Symbol', expected: 'the symbol of an instrument', found: JSON.stringify(symbol) };
  throw new InvalidRequest(call, [mismatch]);
};

/**
 * The id of an instrument. A symbol is looked up in the list of instruments, which is asked for once for each
 * connection, and once more for a symbol that is not in it.
 *
 * Cold; emits the id and completes. An unknown symbol is an `InvalidRequest`; the other errors are those of
 * `request$`.
 *
 * @param call Whose parameters they are, for the error.
 */
export const resolveInstrumentId = (
  connection: Connection,
  params: InstrumentParams,
  call: string,
): Observable<number> =>
  defer(() => {
    if (params.InstrumentId !== undefined) return of(params.InstrumentId);
    const { Symbol: symbol, OMSId = 1 } = params;
    const { idOf, refresh$ } = tableOf(connection, OMSId);
    const known = idOf(symbol);
    return known === undefined ? refresh$.pipe(map(() => idOrThrow(idOf(symbol), call, symbol))) : of(known);
  });
