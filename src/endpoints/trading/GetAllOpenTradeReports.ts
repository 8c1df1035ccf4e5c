import type * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { Order } from '../../codec/records/Order.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const TradeReport = anyCase(Order);

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  oms,
);
/** What `GetAllOpenTradeReports` takes. @interface */
export type GetAllOpenTradeReportsRequest = t.TypeOf<typeof parameters>;

/** What `GetAllOpenTradeReports` answers: reports in the form of orders. */
export type GetAllOpenTradeReportsReply = readonly Order[];

/**
 * Lists the open block trades on an instrument, without saying who the parties are. A query; login needed, with the
 * permission `Operator`, `Trading`, `AccountReadOnly` or `Manual Trader`. A refusal is a `GatewayError`; where there
 * are none the list is empty. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, GetAllOpenTradeReports, { InstrumentId: 1 }).subscribe((reports) =>
 *   reports.forEach(({ Side, Price, Quantity }) => console.log(Side, Price, Quantity)),
 * );
 */
export const GetAllOpenTradeReports: Endpoint<GetAllOpenTradeReportsRequest, GetAllOpenTradeReportsReply> =
  endpoint({
    name: 'GetAllOpenTradeReports',
    request: parameters,
    reply: listOf(TradeReport),
    read: readExactJson,
  });
