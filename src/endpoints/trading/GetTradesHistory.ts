import type * as t from 'io-ts';
import { EpochMsInput } from '../../codec/inputs/EpochMsInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { OrderTrade } from '../../codec/records/OrderTrade.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {},
  together(oms, {
    /**
     * The account.
     *
     * @default the user's own, on the exchange's side
     */
    AccountId: IntegerInput,
    /** Only trades of this instrument. */
    InstrumentId: IntegerInput,
    /** Only this trade. */
    TradeId: LongInput,
    /** Only fills of this order. */
    OrderId: LongInput,
    /** Only trades of this user. */
    UserId: IntegerInput,
    /** Only trades since then, in milliseconds since 1970; the key has another case than that of order filters. */
    StartTimeStamp: EpochMsInput,
    /** Only trades until then, in milliseconds since 1970. */
    EndTimeStamp: EpochMsInput,
    /** How many trades come at most. */
    Depth: IntegerInput,
    /** How many trades are passed over; 0 is the newest. */
    StartIndex: IntegerInput,
    /** Only this side of a trade. */
    ExecutionId: LongInput,
  }),
);
/** What `GetTradesHistory` takes. @interface */
export type GetTradesHistoryRequest = t.TypeOf<typeof parameters>;

/**
 * Lists own trades, the newest first. A query; login needed. A refusal is a `GatewayError`. A page shorter than
 * `Depth` is the last.
 *
 * @example
 * request$(client, GetTradesHistory, { AccountId, Depth: 20 }).subscribe((trades) =>
 *   trades.forEach(({ TradeId, Price, Quantity }) => console.log(TradeId, Price, Quantity)),
 * );
 */
export const GetTradesHistory: Endpoint<GetTradesHistoryRequest, readonly OrderTrade[]> = endpoint({
  name: 'GetTradesHistory',
  request: parameters,
  reply: listOf(OrderTrade),
  read: readExactJson,
});
