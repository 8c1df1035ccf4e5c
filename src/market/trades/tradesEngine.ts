import { BehaviorSubject, catchError, map, merge, type Observable, of, tap } from 'rxjs';
import { TradeColumn, type TradeRow } from '../../codec/records/TradeRow.ts';
import type { Connection } from '../../connection/connection.ts';
import { inner } from '../../connection/inner.ts';
import { GetLastTrades } from '../../endpoints/market-data/GetLastTrades.ts';
import { type ClientError, isClientError } from '../../errors.ts';
import { request$ } from '../../requests/request.ts';
import { SubscribeTrades, type TradesMessage } from '../../topics/SubscribeTrades.ts';
import { type ExchangeClock, exchangeClockOf } from '../exchangeClock.ts';
import { answers, machine$, type Step } from '../machine.ts';
import { patiently } from '../patience.ts';
import { sharedBy, sharedState$ } from '../shared.ts';
import { type StreamEvent, streamEvents$ } from '../streamEvents.ts';
import { reduceTrades, type TradeAsk, type TradeInput } from './reduceTrades.ts';
import { emptyTradeLog, type TradeLog } from './tradeLog.ts';

/** An instrument, its id known. */
export interface LogParams {
  readonly OMSId?: number | undefined;
  readonly InstrumentId: number;
}

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

type Input = TradeInput | StreamEvent<TradesMessage>;

/** How many the stream is always asked for, so that all who follow it share it; more is asked for apart. */
const usualCount = 100;

const tradeInput = (input: Exclude<Input, { readonly _tag: 'Failed' }>): TradeInput => {
  if (input._tag !== 'Message') return input;
  const { _tag, payload: rows } = input.message;
  return _tag === 'Snapshot' ? { _tag, rows, count: usualCount } : { _tag, rows };
};

const reduce = ({ log }: KeptTrades, input: Input): Step<KeptTrades, TradeAsk> => {
  if (input._tag === 'Failed') return [{ log: { ...log, told: [] }, failure: input.cause }, []];
  const [after, asks] = reduceTrades(log, tradeInput(input));
  return [{ log: after }, asks];
};

/** The answer to an ask; where the exchange refuses or cannot be understood, that is told on `error$`. */
const lastTrades$ = (connection: Connection, params: LogParams, { Count }: TradeAsk): Observable<Input> => {
  const { report } = connection[inner];
  const answer = (rows: readonly TradeRow[] | undefined): Input => ({ _tag: 'LastTrades', Count, rows });
  return request$(connection, GetLastTrades, { ...params, Count }).pipe(
    patiently(report),
    map(answer),
    catchError((error: unknown) => {
      if (isClientError(error)) report(error);
      return of(answer(undefined));
    }),
  );
};

const seeTimes = (clock: ExchangeClock, event: StreamEvent<TradesMessage>): void => {
  if (event._tag !== 'Message') return;
  for (const row of event.message.payload) clock.see(row[TradeColumn.TradeTime]);
};

const createEngine = (connection: Connection, params: LogParams, forget: () => void): TradesEngine => {
  const clock = exchangeClockOf(connection);
  const wants = new BehaviorSubject(0);
  const event$ = streamEvents$(connection, SubscribeTrades, { ...params, IncludeLastCount: usualCount }).pipe(
    tap({ next: (event) => seeTimes(clock, event), complete: () => wants.complete() }),
  );
  return {
    want: (count) => wants.next(Math.max(count, wants.value)),
    kept$: sharedState$(
      machine$<KeptTrades, Input, TradeAsk>({
        initial: () => ({ log: emptyTradeLog }),
        reduce,
        input$: merge(wants.pipe(map((count): Input => ({ _tag: 'Wanted', count }))), event$),
        react: answers(
          (ask) => lastTrades$(connection, params, ask),
          ({ log }) => log.phase._tag === 'Lost',
        ),
      }),
      forget,
    ),
  };
};

const engines = sharedBy<TradesEngine>();

/** The engine of an instrument over a connection; see {@link TradesEngine}. */
export const tradesEngineOf = (connection: Connection, params: LogParams): TradesEngine => {
  const { OMSId = 1, InstrumentId } = params;
  return engines.of(connection, `${OMSId}/${InstrumentId}`, (forget) =>
    createEngine(connection, params, forget),
  );
};
