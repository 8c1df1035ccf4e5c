/** An account of a simulated market, as a plain value. */
export interface AccountSpec {
  readonly AccountId: number;
  readonly AccountName: string;
  /** The user who enters the account's orders. */
  readonly UserId: number;
  readonly UserName: string;
  /** The opening balances: product symbol to decimal text; 0 for products that are missing. */
  readonly balances: Readonly<Record<string, string>>;
  /** Decimal text: the trading limit per UTC day, in the notional product. @default no limit */
  readonly DailyNotionalLimit?: string;
  /** Decimal text: the trading limit per UTC month, in the notional product. @default no limit */
  readonly MonthlyNotionalLimit?: string;
  /** The KYC level of its owner. @default 1 */
  readonly VerificationLevel?: number;
  /** The name of that level. @default none */
  readonly VerificationLevelName?: string;
  /** Whether all its orders are rejected with Invalid_Exposure. @default false */
  readonly Frozen?: boolean;
}

/** An account in the shape of GetAccountInfo. */
export interface AccountInfo {
  readonly OMSID: number;
  readonly AccountId: number;
  readonly AccountName: string;
  readonly AccountHandle: string | null;
  readonly FirmId: string | null;
  readonly FirmName: string | null;
  readonly AccountType: 'Asset';
  readonly FeeGroupId: number;
  readonly ParentID: number;
  readonly RiskType: 'Normal';
  readonly VerificationLevel: number;
  readonly VerificationLevelName: string | null;
  readonly CreditTier: number;
  readonly FeeProductType: 'BaseProduct';
  readonly FeeProduct: number;
  readonly RefererId: number;
  readonly LoyaltyProductId: number;
  readonly LoyaltyEnabled: boolean;
  readonly PriceTier: number;
  readonly Frozen: boolean;
}

/** The wire shape of a configured account. */
export const accountInfoFromSpec = (spec: AccountSpec): AccountInfo => ({
  OMSID: 1,
  AccountId: spec.AccountId,
  AccountName: spec.AccountName,
  AccountHandle: null,
  FirmId: null,
  FirmName: null,
  AccountType: 'Asset',
  FeeGroupId: 0,
  ParentID: 0,
  RiskType: 'Normal',
  VerificationLevel: spec.VerificationLevel ?? 1,
  VerificationLevelName: spec.VerificationLevelName ?? null,
  CreditTier: 0,
  FeeProductType: 'BaseProduct',
  FeeProduct: 0,
  RefererId: 0,
  LoyaltyProductId: 0,
  LoyaltyEnabled: false,
  PriceTier: 0,
  Frozen: spec.Frozen ?? false,
});
