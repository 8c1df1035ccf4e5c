import type * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountMarginState` takes. @interface */
export type GetAccountMarginStateRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** The order system of the account. */
      OMSId: Integer,
      /** The account. */
      AccountId: Integer,
      /** The product that the two values below are in. */
      NormalizedProductId: Integer,
      /** What the account holds and could borrow, taken together. */
      BuyingPower: Decimal,
      /** What must stay in the account for what it has borrowed. */
      MaintenanceRequirement: Decimal,
    },
    {},
  ),
);
/** What `GetAccountMarginState` answers. @useDeclaredType */
export type GetAccountMarginStateReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells how much an account can trade on margin. A query; login needed, with the permission `Operator`, `Trading` or
 * `AccountReadOnly`. A refusal is a `GatewayError`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, GetAccountMarginState, { AccountId }).subscribe(({ BuyingPower }) =>
 *   console.log(BuyingPower),
 * );
 */
export const GetAccountMarginState: Endpoint<GetAccountMarginStateRequest, GetAccountMarginStateReply> =
  endpoint({
    name: 'GetAccountMarginState',
    request: parameters,
    reply,
  });
