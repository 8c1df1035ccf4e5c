import type { AccountSpec } from './account.ts';
import type { Stamp } from './clock.ts';
import { type Decimal, formatDecimal, rescale, zero } from './decimal.ts';
import type { DepositTicket } from './depositTicket.ts';
import type { Product } from './product.ts';
import type { WithdrawTicket } from './withdrawTicket.ts';

/** What a ticket is about. */
export interface TicketFacts {
  readonly number: number;
  readonly account: AccountSpec;
  readonly product: Product;
  readonly amount: Decimal;
  readonly notional: Decimal;
  readonly notionalProductId: number;
  readonly created: Stamp;
  readonly updated: Stamp;
  readonly status: 'New' | 'FullyProcessed';
}

const iso = ({ ms }: Stamp): string => new Date(ms).toISOString();

/** A GUID that tells the number of its ticket. */
const requestCode = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const never = '0001-01-01T00:00:00.000Z';

const common = ({ number, account, product, ...facts }: TicketFacts) => ({
  AssetManagerId: 1,
  AccountProviderId: 0,
  AccountId: account.AccountId,
  AccountName: account.AccountName,
  AssetId: product.ProductId,
  AssetName: product.ProductFullName,
  Amount: facts.amount,
  NotionalValue: facts.notional,
  NotionalProductId: facts.notionalProductId,
  OMSId: 1,
  RequestCode: requestCode(number),
  OperatorId: 1,
  Status: facts.status,
  FeeAmt: rescale(zero, product.DecimalPlaces),
  UpdatedByUser: account.UserId,
  UpdatedByUserName: account.UserName,
  TicketNumber: number,
  RejectReason: null,
  CreatedTimestamp: iso(facts.created),
  CreatedTimestampTick: facts.created.ticks,
  Comments: [],
  Attachments: [],
});

/** The wire shape of a deposit's ticket. */
export const depositTicketFrom = (facts: TicketFacts): DepositTicket => ({
  ...common(facts),
  ReferenceId: requestCode(facts.number).slice(-8),
  RequestIP: '',
  RequestUser: facts.account.UserId,
  RequestUserName: facts.account.UserName,
  DepositInfo: JSON.stringify({ ProductSymbol: facts.product.Product }),
  LastUpdateTimeStamp: iso(facts.updated),
  LastUpdateTimeStampTick: facts.updated.ticks,
});

const withdrawalDetails = ({ amount, status }: TicketFacts): string =>
  `{"TxId":null,"ExternalAddress":null,"Amount":${formatDecimal(amount)},` +
  `"Confirmed":${status === 'FullyProcessed'},"LastUpdated":"${never}","TimeSubmitted":"${never}",` +
  '"AccountProviderName":null,"AccountProviderId":0}';

/** The wire shape of a withdrawal's ticket. */
export const withdrawTicketFrom = (facts: TicketFacts): WithdrawTicket => ({
  ...common(facts),
  TemplateForm: JSON.stringify({ Fullname: facts.account.AccountName }),
  TemplateFormType: null,
  RequestIP: null,
  RequestUserId: facts.account.UserId,
  RequestUserName: facts.account.UserName,
  WithdrawTransactionDetails: withdrawalDetails(facts),
  LastUpdateTimestamp: iso(facts.updated),
  LastUpdateTimestampTick: facts.updated.ticks,
  AuditLog: [],
});
