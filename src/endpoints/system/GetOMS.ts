import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, oms);
/** What `GetOMS` takes. @interface */
export type GetOMSRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** The id of the order system; the key is not `OMSId` here. */
  Id: Integer,
  /** Who made it. */
  OwnerId: Integer,
  /** Its name. */
  OMSName: t.string,
  /** The id of its installation, a GUID. */
  InstanceGUID: t.string,
  /** The id of the system that keeps the assets. */
  AssetManagerCoreId: t.string,
  /** The user of the system that keeps the assets. */
  AssetManagerCoreUser: t.string,
  /** The password of that user; a secret. */
  AssetManagerCorePassword: t.string,
  /** The asset manager. */
  AssetManagerId: Integer,
  /** How orders are checked against means. */
  OMSRiskMode: t.string,
  /** Whether there is trading on margin. */
  SystemMarginEnabled: t.boolean,
  /** Whether market data need a permission. */
  PermissionedMarketData: t.boolean,
  /** Whether instruments need a permission. */
  PermissionedInstrument: t.boolean,
  /** Whether products need a permission. */
  PermissionedProduct: t.boolean,
  /** The account that fees go to. */
  FeeAccountId: Integer,
  /** The account on the other side of deposits. */
  DepositContraAccountId: Integer,
  /** The account that lends. */
  LendingAccountId: Integer,
  /** The time zone of the venue. */
  VenueTimeZone: t.string,
  /** The symbol of the notional product. */
  BaseNotionalProductSymbol: t.string,
  /** Its version. The exchange writes this key with a small m and s. */
  OmsVersion: t.string,
  /** The account for ordinary trading. */
  StandardAccountId: Integer,
  /** The account that trades are settled by. */
  TradeSettlementAccountId: Integer,
  /** The account that interest goes to. */
  LendingInterestAccountId: Integer,
});
/** What `GetOMS` answers. @interface */
export type GetOMSReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells about the order system, accounts and a password of the venue itself among it. A query; login needed, with the
 * permission `Operator`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOMS, {}).subscribe(({ OMSName, OmsVersion }) => console.log(OMSName, OmsVersion));
 */
export const GetOMS: Endpoint<GetOMSRequest, GetOMSReply> = endpoint({
  name: 'GetOMS',
  request: parameters,
  reply: fast(reply),
});
