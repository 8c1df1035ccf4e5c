import { BehaviorSubject, map, merge, type Observable, switchMap, tap } from 'rxjs';
import { TradeColumn, type TradeRow } from '../../codec/records/TradeRow.ts';
import type { Connection } from '../../connection/connection.ts';
import { GetLastTrades } from '../../endpoints/market-data/GetLastTrades.ts';
import type { ClientError } from '../../errors.ts';
import { request$ } from '../../requests/request.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeTrades } from '../../topics/SubscribeTrades.ts';
import { asked$ } from '../asked.ts';
import { type ExchangeClock, exchangeClockOf } from '../exchangeClock.ts';
import { instrumentId$, instrumentKey } from '../instrument.ts';
import { answers, machine$, type Step } from '../machine.ts';
import { type RowInput, rowInputs$ } from '../rowInputs.ts';
import { sharedBy, sharedState$ } from '../shared.ts';
import { reduceTrades, type TradeAsk, type TradeInput } from './reduceTrades.ts';
import { emptyTradeLog, type TradeLog } from './tradeLog.ts';

/** A log of trades, and why there will be no more of them. */
export interface KeptTrades {
  readonly log: TradeLog;
  readonly failure?: ClientError;
}

/** The trades of one instrument over one connection, kept once for all consumers. */
export interface TradesEngine {
  /** The present state at once, then every change. */
  readonly kept$: Observable<KeptTrades>;
  /** Has so many of the past be there, beside what others want. */
  readonly want: (count: number) => void;
}

type Input = TradeInput | RowInput<TradeRow>;

/** How many the stream is always asked for, so that all who follow it share it; more is asked for apart. */
const usualCount = 100;

const reduce = ({ log }: KeptTrades, input: Input): Step<KeptTrades, TradeAsk> => {
  if (input._tag === 'Failed') return [{ log: { ...log, told: [] }, failure: input.cause }, []];
  const [after, asks] = reduceTrades(log, input);
  return [{ log: after }, asks];
};

/** The answer to an ask, of the instrument that the stream has begun with on this socket. */
const lastTrades$ = (
  connection: Connection,
  params: InstrumentParams,
  { Count }: TradeAsk,
): Observable<Input> => {
  const rows$ = instrumentId$(connection, params, GetLastTrades.name).pipe(
    switchMap((InstrumentId) =>
      request$(connection, GetLastTrades, { OMSId: params.OMSId, InstrumentId, Count }),
    ),
  );
  return asked$(connection, rows$).pipe(map((rows) => ({ _tag: 'LastTrades', Count, rows })));
};

const seeTimes = (clock: ExchangeClock, input: RowInput<TradeRow>): void => {
  if (!('rows' in input)) return;
  for (const row of input.rows) clock.see(row[TradeColumn.TradeTime]);
};

const createEngine = (connection: Connection, params: InstrumentParams, forget: () => void): TradesEngine => {
  const clock = exchangeClockOf(connection);
  const wants = new BehaviorSubject(0);
  const row$ = rowInputs$(connection, SubscribeTrades, { ...params, IncludeLastCount: usualCount }).pipe(
    tap({ next: (input) => seeTimes(clock, input), complete: () => wants.complete() }),
  );
  return {
    want: (count) => wants.next(Math.max(count, wants.value)),
    kept$: sharedState$(
      machine$<KeptTrades, Input, TradeAsk>({
        initial: () => ({ log: emptyTradeLog }),
        reduce,
        input$: merge(wants.pipe(map((count): Input => ({ _tag: 'Wanted', count }))), row$),
        react: answers(
          (ask) => lastTrades$(connection, params, ask),
          ({ log }) => log.phase._tag === 'Lost',
        ),
      }),
      forget,
      // Each trade is told, in order, whatever has become of the connection.
      (kept) => kept,
    ),
  };
};

const engines = sharedBy<TradesEngine>();

/** The engine of an instrument over a connection; see {@link TradesEngine}. */
export const tradesEngineOf = (connection: Connection, params: InstrumentParams): TradesEngine =>
  engines.of(connection, instrumentKey(params), (forget) => createEngine(connection, params, forget));
