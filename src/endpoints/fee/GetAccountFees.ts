import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TradingFeeRule } from '../../codec/records/TradingFeeRule.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountFees` takes. @interface */
export type GetAccountFeesRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the rules for the fees that an account pays on its trades. A query; login needed. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, GetAccountFees, { AccountId }).subscribe((rules) =>
 *   rules.forEach(({ InstrumentId, FeeAmt, FeeCalcType }) => console.log(InstrumentId, FeeAmt, FeeCalcType)),
 * );
 */
export const GetAccountFees: Endpoint<GetAccountFeesRequest, readonly TradingFeeRule[]> = endpoint({
  name: 'GetAccountFees',
  request: parameters,
  reply: listOf(TradingFeeRule),
  read: readExactJson,
});
