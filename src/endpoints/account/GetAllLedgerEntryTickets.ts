import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { EpochMs } from '../../codec/scalars/EpochMs.ts';
import { EpochMsInput } from '../../codec/inputs/EpochMsInput.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { openEnum } from '../../codec/enums/openEnum.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { TransactionReferenceType } from '../../codec/enums/TransactionReferenceType.ts';
import { TransactionType } from '../../codec/enums/TransactionType.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {},
  together(oms, {
    /** The account. Without the permission `Operator` it must be named. */
    AccountId: IntegerInput,
    /** Only entries of this product. */
    ProductId: IntegerInput,
    /** Only entries that this user made. */
    EnteredBy: IntegerInput,
    /** How many entries come at most; where it is left out, as many as the venue allows. */
    Limit: IntegerInput,
    /** Only this entry; 0 for all. */
    AccountLedgerEntryId: IntegerInput,
    /** Only entries since then, in milliseconds since 1970. */
    StartTimestamp: EpochMsInput,
    /** Only entries until then, in milliseconds since 1970. The key is spelt in another way than the one before. */
    EndTimeStamp: EpochMsInput,
  }),
);
/** What `GetAllLedgerEntryTickets` takes. @interface */
export type GetAllLedgerEntryTicketsRequest = t.TypeOf<typeof parameters>;

const row = t.type({
  /** The account. */
  AccountId: Integer,
  /** The product. */
  ProductId: Integer,
  /** What came in. */
  CR_Amt: Decimal,
  /** What went out. */
  DR_Amt: Decimal,
  /** The user who made the entry. */
  EnteredBy: Integer,
  /** What was noted with it. */
  Comments: listOf(t.string),
  /** 1 where no other account is touched, else 0. */
  OneSidedTransaction: Integer,
  /** The id of the entry. */
  AccountLedgerEntryId: Integer,
  /** When, in milliseconds since 1970. */
  TimeStamp: EpochMs,
  /** Where it stands, such as `Accepted`. */
  Status: t.string,
  /** The number of why it was refused; 0 where it was not. */
  RejectReason: Long,
  /** `Manual`. */
  AccountChangeReason: t.string,
  /** The account on the other side. */
  CounterPartyId: Integer,
  /** Whether the balances stay as they were. */
  DoNotAffectBalance: t.boolean,
  /** The kind of the entry; `Other` as a rule. */
  TransactionType: openEnum('TransactionType', TransactionType),
  /** What kind of thing it refers to; `ManualEntry` as a rule. */
  TransactionReferenceType: openEnum('TransactionReferenceType', TransactionReferenceType),
});
/** What `GetAllLedgerEntryTickets` answers. */
export type GetAllLedgerEntryTicketsReply = readonly Readonly<t.TypeOf<typeof row>>[];

/**
 * Lists entries that were made in the ledger of an account by hand, the newest first. A query; login needed, with the
 * permission `Operator` or `Trading`. A refusal is a `GatewayError`; where there are none the list is empty.
 *
 * @example
 * request$(client, GetAllLedgerEntryTickets, { AccountId }).subscribe((entries) =>
 *   entries.forEach(({ CR_Amt, DR_Amt, Status }) => console.log(CR_Amt - DR_Amt, Status)),
 * );
 */
export const GetAllLedgerEntryTickets: Endpoint<
  GetAllLedgerEntryTicketsRequest,
  GetAllLedgerEntryTicketsReply
> = endpoint({
  name: 'GetAllLedgerEntryTickets',
  request: parameters,
  reply: listOf(row),
  read: readExactJson,
});
