import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { TradingFeeRule } from '../../codec/records/TradingFeeRule.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {},
  together(oms, {
    /** Only rules for this instrument. */
    InstrumentId: IntegerInput,
  }),
);
/** What `GetOMSFeeTiers` takes. @interface */
export type GetOMSFeeTiersRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the rules for the fees on trades, of all tiers. A query; login needed. A refusal is a `GatewayError`: some
 * venues answer those alone who run them. Low in use: the fields are those of the platform's manual.
 *
 * @example
 * request$(client, GetOMSFeeTiers, { InstrumentId: 1 }).subscribe((rules) =>
 *   rules.forEach(({ FeeAmt, LadderThreshold }) => console.log(FeeAmt, LadderThreshold)),
 * );
 */
export const GetOMSFeeTiers: Endpoint<GetOMSFeeTiersRequest, readonly TradingFeeRule[]> = endpoint({
  name: 'GetOMSFeeTiers',
  request: parameters,
  reply: listOf(TradingFeeRule),
  read: readExactJson,
});
