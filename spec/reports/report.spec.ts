import { asyncScheduler, filter, map } from 'rxjs';
import { type Client, type ClientOptions, createClient } from '../../src/client.ts';
import { GenerateTradeActivityReport } from '../../src/endpoints/report/GenerateTradeActivityReport.ts';
import { GenerateTransactionActivityReport } from '../../src/endpoints/report/GenerateTransactionActivityReport.ts';
import { GenerateTreasuryActivityReport } from '../../src/endpoints/report/GenerateTreasuryActivityReport.ts';
import { AbortError, ConnectionLost, GatewayError, RequestTimeout } from '../../src/errors.ts';
import { report$, type ReportStep } from '../../src/reports/report.ts';
import { apiKeyLogin } from '../../src/session/login.ts';
import { createExchange, demoUsers, type Exchange, type ExchangeOptions } from '../../src/simulator/index.ts';
import { marbles, type RunHelpers } from '../support/marbles.ts';

const startTime = Date.parse('2026-01-02T12:00:00Z');
const day = {
  accountIdList: [7],
  startTime: new Date('2026-01-02T00:00:00Z'),
  endTime: new Date('2026-01-03T00:00:00Z'),
};
const [trader] = demoUsers;
const name = 'GenerateTradeActivityReport';

type Given = RunHelpers & {
  readonly exchange: Exchange;
  readonly client: Client;
  readonly seen: string[];
  readonly at: (times: Readonly<Record<number, () => void>>) => void;
};

const told = (step: ReportStep): string => {
  if (step._tag === 'Waiting') return String(step.status);
  return step._tag === 'Downloading'
    ? `${step.slices} of ${step.of}`
    : `${step.text.split('\r\n').length} lines`;
};

const given = (
  specify: (given: Given) => void,
  options: ExchangeOptions = {},
  clientOptions: ClientOptions = {},
): void =>
  marbles((helpers) => {
    const exchange = createExchange({ startTime, ...options });
    const client = createClient({
      transport: exchange.transport,
      credentials: apiKeyLogin(trader),
      keepAlive: false,
      backoff: () => 100,
      requestTimeout: 1_000,
      ...clientOptions,
    });
    const at: Given['at'] = (times) => {
      for (const [time, act] of Object.entries(times)) asyncScheduler.schedule(act, Number(time));
    };
    specify({ ...helpers, exchange, client, seen: [], at });
    helpers.flush();
    client.close();
    exchange.close();
  });

describe('report$', () => {
  it('tells where the report stands, then each slice, then the text, and completes', () => {
    given(({ client, expectObservable }) => {
      const told$ = report$(client, GenerateTradeActivityReport, day).pipe(map(told));
      expectObservable(told$).toBe('s 999ms i 1499ms (1t|)', {
        ...{ s: 'Submitted', i: 'InProgress', 1: '1 of 1', t: '2 lines' },
      });
    });
  });

  it.each([
    ['trades', GenerateTradeActivityReport, '"TradeId","ExecutionId"'],
    ['transactions', GenerateTransactionActivityReport, '"TransactionId","TimeStamp"'],
    ['deposits and withdrawals', GenerateTreasuryActivityReport, '"TransactionId","TimeStamp"'],
  ])('gives the CSV of a report on %s', (_about, endpoint, head) => {
    const texts: string[] = [];
    given(({ client }) => {
      report$(client, endpoint, day)
        .pipe(filter((step) => step._tag === 'Done'))
        .subscribe(({ text }) => texts.push(text));
    });
    expect(texts).toEqual([expect.stringContaining(head)]);
  });

  it('goes on over losses of the connection, wherever they come', () => {
    for (const lossAt of [500, 1_000, 1_001, 2_000, 2_500, 2_501]) {
      given(({ client, exchange, at, seen, flush }) => {
        report$(client, GenerateTradeActivityReport, day).subscribe((step) => seen.push(told(step)));
        at({ [lossAt]: () => exchange.drop(), [lossAt + 700]: () => exchange.drop() });
        flush();
        expect(seen.at(-1)).toBe('2 lines');
      });
    }
  });

  it('asks again for what is not answered, and tells that on error$', () => {
    given(({ client, exchange, at, seen, flush }) => {
      const errors: unknown[] = [];
      client.error$.subscribe((error) => errors.push(error));
      report$(client, GenerateTradeActivityReport, day).subscribe((step) => seen.push(told(step)));
      at({ 900: () => exchange.mute(), 5_000: () => exchange.unmute() });
      at({ 5_001: () => exchange.drop() });
      flush();
      expect(seen.at(-1)).toBe('2 lines');
      expect(errors).toContainEqual(new RequestTimeout('GetUserReportTickets', true, 1_000));
    });
  });

  it('asks for a report once per call, however often it is subscribed to', () => {
    given(({ client, exchange, seen, flush }) => {
      const one$ = report$(client, GenerateTradeActivityReport, day);
      for (let count = 0; count < 2; count++) one$.subscribe((step) => seen.push(told(step)));
      flush();
      expect(seen.filter((line) => line === '2 lines')).toHaveLength(2);
      expect(exchange.received.filter((frame) => frame.name === name)).toHaveLength(1);
    });
  });

  it('errors where the exchange does not accept it', () => {
    given(({ client, expectObservable }) => {
      const backwards = { ...day, endTime: day.startTime };
      const refusal = { code: undefined, errormsg: 'The end is not after the beginning', detail: null };
      expectObservable(report$(client, GenerateTradeActivityReport, backwards)).toBe(
        '#',
        undefined,
        new GatewayError(name, refusal),
      );
    });
  });

  it('errors at its time limit, when the client is closed, and when it is aborted, and asks no more', () => {
    given(({ client, expectObservable, at }) => {
      const abort = new AbortController();
      const submitted = { s: 'Submitted' };
      const ask$ = (options: object) =>
        report$(client, GenerateTradeActivityReport, day, options).pipe(map(told));
      expectObservable(ask$({ timeout: 500 })).toBe(
        's 499ms #',
        submitted,
        new RequestTimeout(name, true, 500),
      );
      expectObservable(ask$({ signal: abort.signal })).toBe(
        's 599ms #',
        submitted,
        new AbortError(name, true, 'enough'),
      );
      expectObservable(ask$({})).toBe(
        's 699ms #',
        submitted,
        new ConnectionLost(name, true, 'the connection was closed'),
      );
      at({ 600: () => abort.abort('enough'), 700: client.close });
    });
  });

  it('asks no more once it is unsubscribed from', () => {
    given(({ client, exchange, expectObservable, flush }) => {
      expectObservable(report$(client, GenerateTradeActivityReport, day).pipe(map(told)), '^ 500ms !').toBe(
        's',
        {
          s: 'Submitted',
        },
      );
      flush();
      expect(exchange.received.map((frame) => frame.name)).not.toContain('GetUserReportTickets');
    });
  });
});
