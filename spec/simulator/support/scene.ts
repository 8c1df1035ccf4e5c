import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
} from '../../../src/simulator/index.ts';
import { type Call, dialAs, limitOrder } from './dial.ts';

/** Noon of a Friday. */
export const noon = Date.UTC(2026, 0, 2, 12);

/** An exchange that things have happened at, and the trader on the line. */
export interface Scene {
  readonly exchange: Exchange;
  readonly call: Call;
  /** An order of the trader's that is open. */
  readonly open: number;
  /** Another one. */
  readonly other: number;
  /** One that was filled. */
  readonly filled: number;
  /** The ticket of a report that is written. */
  readonly ticket: string;
  /** The document of it. */
  readonly document: string;
  /** The ticket of a report that is written every week. */
  readonly schedule: string;
}

const idOf = (reply: unknown): number => (reply as { readonly OrderId: number }).OrderId;
const ticketOf = (reply: unknown): string => (reply as { readonly RequestId: string }).RequestId;

const own = { OMSId: 1, accountIdList: [7] };
const span = { startTime: '2026-01-01T00:00:00.000Z', endTime: '2026-01-03T00:00:00.000Z' };

/** Lets the faked time pass, in milliseconds. */
export const pass = (ms: number): void => {
  jest.advanceTimersByTime(ms);
};

/** Buys some for the trader from the partner, at a price. */
export const trade = ({ market }: Exchange, price: string, quantity: string): number => {
  market.sendOrder(limitOrder(1, price, quantity, 8));
  return idOf(market.sendOrder(limitOrder(0, price, quantity, 7)).reply);
};

/** Sets a scene; it needs faked time. */
export const setScene = (options: ExchangeOptions = {}): Scene => {
  const [trader] = demoUsers;
  const exchange = createExchange({ ...options, startTime: noon });
  const call = dialAs(exchange, trader);
  const filled = trade(exchange, '100.00', '0.5');
  exchange.market.deposit(7, 3, '10');
  const open = idOf(call.ask('SendOrder', limitOrder(0, '90.00', '1')));
  const other = idOf(call.ask('SendOrder', limitOrder(1, '110.00', '0.25')));
  exchange.market.reportBlockTrade({
    ...limitOrder(0, '1.00', '0.1'),
    CounterPartyId: 8,
    LockedIn: false,
  });
  const ticket = ticketOf(call.ask('GenerateTradeActivityReport', { ...own, ...span }));
  const schedule = ticketOf(
    call.ask('ScheduleTradeActivityReport', { ...own, beginTime: span.startTime, frequency: 'Hourly' }),
  );
  pass(2_000);
  const records = call.ask('GetUserReportWriterResultRecords', { UserId: 64 }) as readonly {
    readonly urtTicketId: string;
    readonly descriptorId: string;
  }[];
  const document = records.find(({ urtTicketId }) => urtTicketId === ticket)?.descriptorId ?? '';
  return { exchange, call, open, other, filled, ticket, document, schedule };
};
