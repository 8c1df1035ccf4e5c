import * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountWithdrawInfos` takes. @interface */
export type GetAccountWithdrawInfosRequest = t.TypeOf<typeof parameters>;

const withdrawInfo = t.type(
  {
    /** The id of the address, a GUID. */
    AccountWithdrawInfoId: t.string,
    /** The order system. */
    OMSId: Integer,
    /** The account. */
    AccountId: Integer,
    /** The product. */
    ProductId: Integer,
    /** The name of the product. */
    ProductName: t.string,
    /** The name that its owner gave it. */
    Name: t.string,
    /** The address. */
    AccountIdentifier: t.string,
    /** Whether its owner has confirmed it, so that it can be used. */
    Verified: t.boolean,
  },
  'AccountWithdrawInfo',
);
/** What `GetAccountWithdrawInfos` answers. */
export type GetAccountWithdrawInfosReply = readonly Readonly<t.TypeOf<typeof withdrawInfo>>[];

/**
 * Lists the addresses that an account may pay out to. A query; login needed, with the permission Operator, Withdraw or
 * AccountReadOnly. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountWithdrawInfos, { AccountId }).subscribe((addresses) =>
 *   addresses.forEach(({ Name, Verified }) => console.log(Name, Verified)),
 * );
 */
export const GetAccountWithdrawInfos: Endpoint<GetAccountWithdrawInfosRequest, GetAccountWithdrawInfosReply> =
  endpoint({
    name: 'GetAccountWithdrawInfos',
    request: parameters,
    reply: listOf(withdrawInfo),
  });
