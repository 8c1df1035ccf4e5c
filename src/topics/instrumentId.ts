import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { defer, map, type Observable, of, shareReplay, switchMap, tap } from 'rxjs';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { isObject } from '../codec/isObject.ts';
import { Integer } from '../codec/scalars/Integer.ts';
import { endpoint } from '../endpoint.ts';
import { InvalidRequest } from '../errors.ts';
import { nearNames } from '../nearNames.ts';
import type { Asking } from '../requests/ask.ts';
import type { Socket } from '../socket.ts';
import { entryOf } from '../entry.ts';
import type { Settled } from '../streams/topicSpec.ts';

/** An instrument by its id or by its symbol. */
export type InstrumentParams = { readonly OMSId?: number | undefined } & (
  { readonly InstrumentId: number } | { readonly InstrumentId?: undefined; readonly Symbol: string }
);

/** The fields of an instrument that a look-up needs. The other fields are not validated. */
interface Listed {
  readonly InstrumentId: number;
  readonly Symbol: string;
  /** Whether it can be traded now. */
  readonly isRunning: boolean;
}

const running: readonly unknown[] = [undefined, null, 'Running', 1];

const listedIn = (row: unknown): readonly Listed[] => {
  if (!isObject(row)) return [];
  const { InstrumentId, Symbol, SessionStatus, IsDisable } = row;
  const id = Integer.decode(InstrumentId);
  return E.isRight(id) && typeof Symbol === 'string'
    ? [{ InstrumentId: id.right, Symbol, isRunning: running.includes(SessionStatus) && IsDisable !== true }]
    : [];
};

/** The instruments of a list that have an id and a symbol; other rows are skipped. */
const InstrumentList = new t.Type<readonly Listed[]>(
  'a list of instruments',
  (u): u is readonly Listed[] => Array.isArray(u),
  (u, context) => (Array.isArray(u) ? t.success(u.flatMap(listedIn)) : t.failure(u, context)),
  t.identity,
);

const listInstruments = endpoint({
  name: 'GetInstruments',
  request: request({}, oms),
  reply: InstrumentList,
});

/** The instruments of one order system. */
interface Table {
  readonly list$: Observable<readonly Listed[]>;
  readonly isAnswered: () => boolean;
}

/** The instruments listed on each socket, by `OMSId`; forgotten together with the socket. */
const tablesOn = new WeakMap<Socket, Map<number, Table>>();

const askForTable = (ask: Asking, OMSId: number): Table => {
  let isAnswered = false;
  const list$ = ask(listInstruments, { OMSId }).pipe(
    tap(() => {
      isAnswered = true;
    }),
    // Callers who come before the reply share the request, and a failure is not kept.
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  return { list$, isAnswered: () => isAnswered };
};

const hasSymbol = (list: readonly Listed[], symbol: string): boolean =>
  list.some(({ Symbol }) => Symbol === symbol);

/** The known list; if the symbol is not in it, a new one. */
const list$ = (ask: Asking, OMSId: number, symbol: string): Observable<readonly Listed[]> =>
  defer(() => {
    const tables = entryOf(tablesOn, ask.socket, () => new Map<number, Table>());
    const known = entryOf(tables, OMSId, () => askForTable(ask, OMSId));
    if (!known.isAnswered()) return known.list$;
    return known.list$.pipe(
      switchMap((list) => {
        if (hasSymbol(list, symbol)) return of(list);
        const fresh = askForTable(ask, OMSId);
        tables.set(OMSId, fresh);
        return fresh.list$;
      }),
    );
  });

const refuse = (call: string, expected: string, symbol: string): InvalidRequest =>
  new InvalidRequest(call, [{ path: 'Symbol', expected, found: JSON.stringify(symbol) }]);

/** Suggests similar symbols. */
const such = (list: readonly Listed[], symbol: string): string => {
  const near = nearNames(symbol, [...new Set(list.map(({ Symbol }) => Symbol))]);
  return near.length === 0 ? '' : `, such as ${near.join(' or ')},`;
};

/** Of several instruments with the symbol, the one that is running. */
const chooseId = (list: readonly Listed[], call: string, symbol: string): number => {
  const candidates = list.filter(({ Symbol }) => Symbol === symbol);
  const alive = candidates.length === 1 ? candidates : candidates.filter(({ isRunning }) => isRunning);
  const [only, other] = alive;
  if (only !== undefined && other === undefined) return only.InstrumentId;
  if (candidates.length === 0) throw refuse(call, `the symbol of an instrument${such(list, symbol)}`, symbol);
  const ids = (alive.length === 0 ? candidates : alive).map(({ InstrumentId }) => InstrumentId).join(' and ');
  throw refuse(call, `the symbol of one instrument, not of ${ids} (give an InstrumentId),`, symbol);
};

/**
 * The id of the instrument with a symbol. The list of instruments is requested once per socket, and again for a symbol
 * that is not in it. If several instruments have the symbol, the running one counts.
 *
 * Cold; emits the id and completes. It errors with `InvalidRequest` if the symbol is unknown or ambiguous, and
 * otherwise like `request$`.
 *
 * @param call The call that the parameters are for, for the error.
 */
export const instrumentId$ = (
  ask: Asking,
  { Symbol: symbol, OMSId = 1 }: { readonly Symbol: string; readonly OMSId?: number | undefined },
  call: string,
): Observable<number> => list$(ask, OMSId, symbol).pipe(map((list) => chooseId(list, call, symbol)));

/**
 * Resolves the parameters of a stream of one instrument: at once by id, or by symbol, which is looked up on every
 * socket.
 */
export const settleInstrument = <K>(
  call: string,
  params: InstrumentParams,
  settle: (InstrumentId: number) => K,
): Settled<K> =>
  params.InstrumentId === undefined
    ? { _tag: 'Sought', seek: (ask) => instrumentId$(ask, params, call).pipe(map(settle)) }
    : { _tag: 'Known', settled: settle(params.InstrumentId) };
