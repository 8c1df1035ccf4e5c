import type * as t from 'io-ts';
import { AccountType } from '../../codec/enums/AccountType.ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { BooleanInput } from '../../codec/inputs/BooleanInput.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { FeeProductType } from '../../codec/enums/FeeProductType.ts';
import { Flag } from '../../codec/scalars/Flag.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { RiskType } from '../../codec/enums/RiskType.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** Its name. */
    AccountName: TextInput,
    /** Its short name; no two accounts have the same. */
    AccountHandle: TextInput,
    /** The id of the firm it belongs to. */
    FirmId: TextInput,
    /** The name of the firm it belongs to. */
    FirmName: TextInput,
    /** The kind of the account. */
    AccountType: enumInput(AccountType),
    /** The group that its fees are taken from. */
    FeeGroupId: IntegerInput,
    /** The account above it. */
    ParentId: IntegerInput,
    /** How its orders are checked against its means. */
    RiskType: enumInput(RiskType),
    /** How far its owner is verified. */
    VerificationLevel: IntegerInput,
    /** Which product its fees are taken in. */
    FeeProductType: enumInput(FeeProductType),
    /** The product of its fees, where that is one for all; else 0. */
    FeeProduct: IntegerInput,
    /** Who referred its owner. */
    RefererId: IntegerInput,
    /** The product of the loyalty programme. */
    LoyaltyProductId: IntegerInput,
    /** Whether it takes part in the loyalty programme. */
    LoyaltyEnabled: BooleanInput,
    /** Whether it may trade on margin. */
    MarginEnabled: BooleanInput,
    /** The account that holds what it owes. */
    LiabilityAccountId: IntegerInput,
    /** The account that it lends from. */
    LendingAccountId: IntegerInput,
    /** The account of its profit and loss. */
    ProfitLossAccountId: IntegerInput,
  }),
);
/** What `UpdateAccount` takes. @interface */
export type UpdateAccountRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether the account is changed now. */
      result: Flag,
    },
    {},
  ),
);
/** What `UpdateAccount` answers. @useDeclaredType */
export type UpdateAccountReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Changes the account: the fields that are given, and no other. Without the permission `Operator` only the loyalty
 * settings can be changed. A command; login needed, with the permission `Operator` or `Trading`. A refusal is a
 * `GatewayError`, or `result` is `false`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, UpdateAccount, { AccountId, LoyaltyEnabled: true }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const UpdateAccount: Endpoint<UpdateAccountRequest, UpdateAccountReply> = endpoint({
  name: 'UpdateAccount',
  request: parameters,
  reply,
  isCommand: true,
});
