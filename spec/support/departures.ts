import { type Described, described } from './described.ts';

/** Where functions are not written as the exchange's papers describe them, and why. The fields are told by path. */
export interface Departure {
  readonly why: string;
  /** The functions it is about; every one that has such a field where they are not named. */
  readonly functions?: readonly string[];
  /** Fields of the request that are not sent. */
  readonly notSent?: readonly string[];
  /** Fields of the request that are needed here, though the papers can do without. */
  readonly needed?: readonly string[];
  /** Fields of the request that can be left out here in one way of writing it, though the papers need them. */
  readonly notNeeded?: readonly string[];
  /** Fields of the reply that may be missing here, though the papers promise them. */
  readonly mayBeMissing?: readonly string[];
  /** Fields of the reply that must be there, though the papers can do without. */
  readonly promised?: readonly string[];
}

const ofBothTickets = [
  ...[
    'AssetManagerId',
    'AccountProviderId',
    'AccountName',
    'AssetName',
    'NotionalValue',
    'NotionalProductId',
  ],
  ...['OMSId', 'RequestIP', 'RequestUserName', 'OperatorId', 'FeeAmt', 'UpdatedByUser', 'UpdatedByUserName'],
  ...['RejectReason', 'CreatedTimestamp', 'CreatedTimestampTick', 'Comments', 'Attachments'],
];

const outcome = ['errormsg', 'errorcode', 'detail'];

export const departures: readonly Departure[] = [
  {
    why: 'Any key of a standard response may be left out; only `result` tells how the call went.',
    mayBeMissing: [
      ...outcome,
      'statuscode',
      ...['BidResult', 'AskResult'].flatMap((side) => outcome.map((key) => `${side}.${key}`)),
    ],
  },
  {
    why: 'A client in use knows `detail` alone.',
    functions: ['HealthCheck'],
    mayBeMissing: ['result'],
  },
  {
    why: 'An order that was accepted has an id.',
    functions: ['SendOrder'],
    promised: ['OrderId'],
  },
  {
    why: 'An offer that is rejected has no id.',
    functions: ['SendMarginQuote'],
    mayBeMissing: ['MarginQuoteId'],
  },
  {
    why: 'Older gateways send orders in a shorter form, and events do as well.',
    functions: [
      ...['GetOrderStatus', 'GetOrders', 'GetOrderHistory', 'GetOrdersHistory', 'GetOrderHistoryByOrderId'],
      ...['GetOpenOrders', 'GetOpenTradeReports', 'GetAllOpenTradeReports'],
    ],
    mayBeMissing: [
      ...['DisplayQuantity', 'ReceiveTimeTicks', 'CounterPartyId', 'OrigOrderId', 'OrigClOrdId', 'EnteredBy'],
      ...['IsQuote', 'InsideAsk', 'InsideAskSize', 'InsideBid', 'InsideBidSize', 'LastTradePrice'],
      ...['RejectReason', 'IsLockedIn', 'CancelReason', 'OMSId'],
    ],
  },
  {
    why: 'Older gateways send fills in a shorter form, and events do as well.',
    functions: ['GetTradesHistory', 'GetAccountTrades'],
    mayBeMissing: [
      ...[
        'OMSId',
        'ExecutionId',
        'SubAccountId',
        'ClientOrderId',
        'RemainingQuantity',
        'Value',
        'CounterParty',
      ],
      ...[
        'OrderTradeRevision',
        'Direction',
        'IsBlockTrade',
        'Fee',
        'FeeProductId',
        'OrderOriginator',
        'TradeTimeMS',
      ],
    ],
  },
  {
    why: 'The event of the same record may have no more than the account, the product and the two amounts.',
    functions: ['GetAccountPositions'],
    mayBeMissing: [
      'PendingDeposits',
      'PendingWithdraws',
      'TotalDayDeposits',
      'TotalDayWithdraws',
      'TotalMonthWithdraws',
    ],
  },
  {
    why: 'An instrument that has not traded yet has nothing to tell but its id.',
    functions: ['GetLevel1', 'GetLevel1Summary'],
    mayBeMissing: [
      ...[
        'BestBid',
        'BestOffer',
        'LastTradedPx',
        'LastTradedQty',
        'LastTradeTime',
        'SessionOpen',
        'SessionHigh',
      ],
      ...[
        'SessionLow',
        'SessionClose',
        'Volume',
        'CurrentDayVolume',
        'CurrentDayNumTrades',
        'CurrentDayPxChange',
      ],
      ...['Rolling24HrVolume', 'Rolling24NumTrades', 'Rolling24HrPxChange', 'TimeStamp'],
    ],
  },
  {
    why: 'Events and functions share the record of a ledger entry, and not all of them fill it.',
    functions: ['GetAccountTransactions', 'GetAccountDepositTransactions', 'GetAccountWithdrawTransactions'],
    mayBeMissing: ['OMSId', 'Counterparty', 'Balance'],
  },
  {
    why: 'Events and functions share the record of a ticket; what it is, how much and where it stands is enough.',
    functions: ['GetDepositTicket', 'GetDepositTickets'],
    mayBeMissing: [
      ...ofBothTickets,
      ...['ReferenceId', 'RequestUser', 'DepositInfo', 'LastUpdateTimeStamp', 'LastUpdateTimeStampTick'],
    ],
  },
  {
    why: 'Events and functions share the record of a ticket; what it is, how much and where it stands is enough.',
    functions: ['GetWithdrawTickets', 'GetWithdrawTicket', 'GetWithdrawTicketByVerifyCode'],
    mayBeMissing: [
      ...ofBothTickets,
      ...['TemplateForm', 'TemplateFormType', 'RequestUserId', 'WithdrawTransactionDetails', 'AuditLog'],
      ...['LastUpdateTimestamp', 'LastUpdateTimestampTick'],
    ],
  },
  {
    why: 'The function answers with the record of `GetUserInfo`, where these may be missing.',
    functions: ['SetUserInfo'],
    mayBeMissing: ['MarginBorrowerEnabled', 'MarginAcquisitionHalt', 'OperatorId'],
  },
  {
    why: 'The three functions about keys share a record, and `GetUserAPIKeys` may leave these out.',
    functions: ['AddUserAPIKey', 'UpdateUserAPIKeyWhitelist'],
    mayBeMissing: ['Nonce', 'IpWhiteList'],
  },
  {
    why: 'There are two ways to log in, and the papers need the fields of the one.',
    functions: ['AuthenticateUser'],
    notNeeded: ['APIKey', 'Signature', 'UserId', 'Nonce'],
  },
  {
    why: 'The id of the user and the name stand for each other.',
    functions: ['GetAllUnredactedUserConfigsForUser', 'GetUserAccountInfos'],
    notNeeded: ['UserId', 'UserName'],
  },
  {
    why: 'Without an account the exchange cancels the orders of every account that the user may act for.',
    functions: ['CancelAllOrders'],
    needed: ['AccountId'],
  },
  {
    why: 'Keys of older papers.',
    functions: ['CancelAllOrders', 'CancelOrder'],
    notSent: ['UserId', 'ClientOrderId'],
  },
  {
    why: 'One of two keys for the order that is replaced, and the one that the reference has.',
    functions: ['SendCancelReplaceList'],
    needed: ['[].ReplaceOrderId'],
    notSent: ['[].OrderIdToReplace'],
  },
  {
    why: 'Another spelling of keys that are sent.',
    functions: ['UpdateAccount'],
    notSent: ['FeeGroupID', 'ParentID'],
  },
  {
    why: 'The papers list what the reply has among the parameters.',
    functions: ['AddUserAffiliateTag', 'UpdateUserAffiliateTag'],
    notSent: ['result', 'errormsg', 'errorcode', 'detail'],
  },
  {
    why: 'Known from samples only, and of no use without them.',
    functions: [
      ...['SSOEnsureUser', 'SetAccountConfig', 'SetUserConfig', 'RegisterUser', 'RegisterNewUser'],
      ...['GetUnredactedUserConfigByKey', 'GetGeneralKVP', 'ValidateUserRegistration'],
    ],
    needed: [
      ...['data.email', 'sig.algorithm', 'auth.Authorization', 'Config[].Key', 'Config[].Value'],
      ...['UserInfo.UserName', 'UserInfo.Email', 'UserInfo.PasswordHash', 'UserInfo.passwordHash'],
      ...['UserConfig[].Name', 'UserConfig[].Value', 'Key', 'clientInfo'],
    ],
  },
];

/** What a departure can be about: one of its lists. */
export type DepartureKind = 'notSent' | 'needed' | 'notNeeded' | 'mayBeMissing' | 'promised';

const isAboutIt = (kind: DepartureKind, { request, reply }: Described, path: string): boolean => {
  if (kind === 'mayBeMissing' || kind === 'promised') {
    return reply[path]?.includes('?') === (kind === 'promised');
  }
  const type = request[path];
  return type !== undefined && (kind === 'notSent' || type.endsWith('?') === (kind === 'needed'));
};

const pairsOf = ({ functions, ...departure }: Departure, kind: DepartureKind): readonly string[] =>
  described
    .filter(({ name }) => functions === undefined || functions.includes(name))
    .flatMap((it) =>
      (departure[kind] ?? [])
        .filter((path) => isAboutIt(kind, it, path))
        .map((path) => `${it.name}: ${path}`),
    );

/** All departures of a kind that the table tells of, as `Function: path`. */
export const departuresOf = (kind: DepartureKind): readonly string[] =>
  departures.flatMap((departure) => pairsOf(departure, kind)).sort();

const kinds: readonly DepartureKind[] = ['notSent', 'needed', 'notNeeded', 'mayBeMissing', 'promised'];

/** Functions and fields that a departure names for nothing. */
export const idleNames = (departure: Departure): readonly string[] => {
  const pairs = kinds.flatMap((kind) => pairsOf(departure, kind));
  const paths = kinds.flatMap((kind) => departure[kind] ?? []);
  return [
    ...(departure.functions ?? []).filter((name) => !pairs.some((pair) => pair.startsWith(`${name}: `))),
    ...paths.filter((path) => !pairs.some((pair) => pair.endsWith(`: ${path}`))),
  ];
};
