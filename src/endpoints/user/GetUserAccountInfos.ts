import * as t from 'io-ts';
import { AccountType } from '../../codec/enums/AccountType.ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { FeeProductType } from '../../codec/enums/FeeProductType.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { openEnum } from '../../codec/enums/openEnum.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { RiskType } from '../../codec/enums/RiskType.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { userByIdOrName } from './userByIdOrName.ts';

const parameters = userByIdOrName(oms);
/** What `GetUserAccountInfos` takes. @useDeclaredType */
export type GetUserAccountInfosRequest = t.TypeOf<typeof parameters>;

const row = anyCase(
  recordOf(
    {
      /** The order system of the account. */
      OMSId: Integer,
      /** The id of the account. */
      AccountId: Integer,
      /** Its name. */
      AccountName: nullable(t.string),
      /** Its short name. */
      AccountHandle: nullable(t.string),
      /** The id of the firm it belongs to. */
      FirmId: nullable(t.string),
      /** The name of the firm it belongs to. */
      FirmName: nullable(t.string),
      /** The kind of the account. */
      AccountType: nullable(openEnum('AccountType', AccountType)),
      /** The group that its fees are taken from. The exchange writes this key with a capital D here. */
      FeeGroupID: Integer,
      /** The account above it; 0 for none. The exchange writes this key with a capital D. */
      ParentID: Integer,
      /** How its orders are checked against its means. */
      RiskType: nullable(openEnum('RiskType', RiskType, { Unkown: 'Unknown' })),
      /** How far its owner is verified; the limits depend on it. */
      VerificationLevel: Integer,
      /** Which product its fees are taken in. */
      FeeProductType: nullable(openEnum('FeeProductType', FeeProductType)),
      /** The product of its fees, where that is one for all. */
      FeeProduct: Integer,
      /** Who referred its owner; 0 for nobody. */
      RefererId: Integer,
      /** Reserved. */
      SupportedVenueIds: listOf(Integer),
    },
    {},
  ),
);
/** What `GetUserAccountInfos` answers. */
export type GetUserAccountInfosReply = readonly Readonly<t.TypeOf<typeof row>>[];

/**
 * Tells about all accounts that a user may act for. A query; login needed, with the permission `Operator`, `Trading`
 * or `AccountReadOnly`. A refusal is a `GatewayError`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, GetUserAccountInfos, { UserId: 96 }).subscribe((accounts) =>
 *   accounts.forEach(({ AccountId, AccountName }) => console.log(AccountId, AccountName)),
 * );
 */
export const GetUserAccountInfos: Endpoint<GetUserAccountInfosRequest, GetUserAccountInfosReply> = endpoint({
  name: 'GetUserAccountInfos',
  request: parameters,
  reply: listOf(row),
});
