import * as t from 'io-ts';

const fields = {
  /** The kind of the provider, such as `InternalAccounting` or `BitgoRPC`. */
  ProviderType: t.string,
  /** The form, as JSON text: an object whose keys are the fields to fill in, and `{}` where there are none. */
  Template: t.string,
  /** How to pay; empty for nothing. */
  ProcessInfo: t.string,
  /** Whether `GetDepositInfo` tells where to pay; otherwise `CreateDepositTicket` takes the filled-in form. */
  UseGetDepositWorkflow: t.boolean,
  /** How the deposit is handled, such as `ManualDeposit` or `CryptoWallet`. */
  DepositWorkflow: t.string,
};

/** What {@link DepositTemplate} is made of; a type with a name, for the sake of records that contain one. */
export type DepositTemplateFields = { [K in keyof typeof fields]: (typeof fields)[K] };

/** What has to be filled in for a deposit by one provider. */
export const DepositTemplate = t.type<DepositTemplateFields>(fields, 'DepositTemplate');
export type DepositTemplate = Readonly<t.TypeOf<typeof DepositTemplate>>;
