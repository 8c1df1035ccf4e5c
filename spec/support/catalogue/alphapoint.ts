import type { Apart, RequestApart } from './Apart.ts';

/** The two sides of one block trade. */
const blockTrade = (AccountId: number, Side: 0 | 1, CounterPartyId: string): RequestApart => ({
  given: {
    OMSId: 0,
    InstrumentId: 1,
    AccountId,
    Side,
    CounterPartyId,
    Quantity: 0.1,
    LimitPrice: 5000,
    LockedIn: false,
    Timestamp: 158153615438,
  },
});

/** Of the platform's functions about users, accounts, margin and quotes: their manual begins many keys small. */
export const alphapoint: Apart = {
  requestsApart: {
    'functions/AddEditRole.request.01.json': { given: { RoleId: 1, RoleName: '', Permissions: ['', ''] } },
    'functions/RemoveUserRoles.request.01.json': { given: { UserId: 1, UserRoleId: 2 } },
    'functions/SendMarginQuote.request.01.json': {
      given: {
        OMSId: 0,
        QuoteId: 0,
        ClientQuoteId: 0,
        ReceiveTimeUtcTicks: 0,
        AccountId: 0,
        ProductId: 0,
        Term: 0,
        OrderType: 0,
        Side: 0,
        Tif: 0,
        Quantity: 0,
        Rate: 0,
        OrderExpirationDateTime: 0,
        EnteredBy: 0,
      },
    },
    'functions/SubmitBlockTrade.request.02.json': blockTrade(5, 0, '2'),
    'functions/SubmitBlockTrade.request.03.json': blockTrade(7, 1, '1'),
    'functions/UpdateAccount.request.01.json': {
      given: {
        OMSId: 0,
        AccountId: 0,
        AccountName: '',
        AccountHandle: '',
        FirmId: '',
        FirmName: '',
        AccountType: 0,
        FeeGroupId: 0,
        ParentId: 0,
        RiskType: 0,
        VerificationLevel: 0,
        FeeProductType: 0,
        FeeProduct: 0,
        RefererId: 0,
        LoyaltyProductId: 0,
        LoyaltyEnabled: false,
        MarginEnabled: false,
        LiabilityAccountId: 0,
        LendingAccountId: 0,
        ProfitLossAccountId: 0,
      },
    },
  },
  repliesApart: {},
};
