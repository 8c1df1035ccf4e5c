import type * as t from 'io-ts';
import { AccountPosition } from '../../codec/records/AccountPosition.ts';
import { BooleanInput } from '../../codec/inputs/BooleanInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /**
     * Whether `PendingDeposits` and `PendingWithdraws` are filled in.
     *
     * @default false, on the exchange's side
     */
    IncludePending: BooleanInput,
  }),
);
/** What `GetAccountPositions` takes. @interface */
export type GetAccountPositionsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists what an account holds, one entry for each product. A query; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountPositions, { AccountId }).subscribe((positions) =>
 *   positions.forEach(({ ProductSymbol, Amount, Hold }) => console.log(ProductSymbol, Amount - Hold)),
 * );
 */
export const GetAccountPositions: Endpoint<GetAccountPositionsRequest, readonly AccountPosition[]> = endpoint(
  {
    name: 'GetAccountPositions',
    request: parameters,
    reply: listOf(AccountPosition),
  },
);
