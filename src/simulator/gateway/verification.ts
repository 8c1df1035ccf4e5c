import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { AccountInfo } from '../market/account.ts';
import { decimal } from '../market/decimal.ts';
import type { Instrument } from '../market/instrument.ts';
import type { AccountPosition } from '../market/position.ts';
import type { TradingLimits } from '../market/tradingLimits.ts';
import { ownAccount } from './accounts.ts';
import type { Context, Refusal, UserHandler } from './context.ts';
import { fieldsOf, integer } from './fields.ts';
import type { Request } from './request.ts';
import type { SimulatedUser } from './users.ts';

const noLimit = decimal('-1.0');

type Level = Pick<AccountInfo, 'VerificationLevel' | 'VerificationLevelName'>;

const levelOf = ({ VerificationLevel, VerificationLevelName }: Level) => ({
  VerificationLevel,
  VerificationLevelName,
  OMSId: 1,
});

const headOf = ({ VerificationLevel, VerificationLevelName }: Level) => ({
  Level: VerificationLevel,
  LevelName: VerificationLevelName,
  OMSId: 1,
});

const productLimits =
  (level: Level) =>
  ({ ProductId, ProductSymbol, NotionalProductId }: AccountPosition) => ({
    ...levelOf(level),
    ProductId,
    ProductName: ProductSymbol,
    AutoWithdrawThreshold: noLimit,
    DailyDepositLimit: noLimit,
    DailyDepositNotionalLimit: noLimit,
    MonthlyDepositLimit: noLimit,
    MonthlyDepositNotionalLimit: noLimit,
    YearlyDepositLimit: noLimit,
    YearlyDepositNotionalLimit: noLimit,
    DailyWithdrawLimit: noLimit,
    DailyWithdrawNotionalLimit: noLimit,
    MonthlyWithdrawLimit: noLimit,
    MonthlyWithdrawNotionalLimit: noLimit,
    YearlyWithdrawLimit: noLimit,
    YearlyWithdrawNotionalLimit: noLimit,
    DailyTransferNotionalLimit: noLimit,
    NotionalProductId,
    OverLimitRejected: true,
    WithdrawProcessingDelaySec: 0,
    DepositTicketWorkflow: 'AutoAccept',
    WithdrawTicketWorkflow: 'AutoAccept',
    RequireWhitelistedAddress: false,
    AutoAcceptWhitelistedAddress: false,
  });

const instrumentLimits =
  (level: Level, notionalProductId: number, limits: TradingLimits) =>
  ({ InstrumentId, Symbol: symbol }: Instrument) => ({
    ...levelOf(level),
    InstrumentId,
    InstrumentName: symbol,
    OrderBuyLimit: noLimit,
    OrderSellLimit: noLimit,
    DailyBuyLimit: noLimit,
    DailySellLimit: noLimit,
    MonthlyBuyLimit: noLimit,
    MonthlySellLimit: noLimit,
    NotionalProductId: notionalProductId,
    OrderNotionalLimit: noLimit,
    DailyNotionalLimit: decimal(limits.DailyNotionalLimit ?? '-1.0'),
    MonthlyNotionalLimit: decimal(limits.MonthlyNotionalLimit ?? '-1.0'),
    YearlyNotionalLimit: noLimit,
  });

const accountFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});

const findAccount = (
  request: Request,
  context: Context,
  user: SimulatedUser,
): E.Either<Refusal, AccountInfo> =>
  pipe(
    accountFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.chainW((accountId) =>
      pipe(
        context.market.accounts().find(({ AccountId }) => AccountId === accountId),
        E.fromNullable(context.forbidden),
      ),
    ),
  );

/** How much of each product an account may pay in and out: as much as it likes. */
export const getVerificationLevelConfig: UserHandler = (request, context, user) =>
  pipe(
    findAccount(request, context, user),
    E.chainW((account) =>
      pipe(
        context.market.positions(account.AccountId),
        E.map((positions) => ({ ...headOf(account), Products: positions.map(productLimits(account)) })),
      ),
    ),
  );

/** How much an account may trade: the limits hold for all instruments together, and each tells them. */
export const getInstrumentVerificationLevelConfig: UserHandler = (request, context, user) =>
  pipe(
    findAccount(request, context, user),
    E.chainW((account) =>
      pipe(
        context.market.tradingLimits(account.AccountId),
        E.chain((limits) =>
          pipe(
            context.market.positions(account.AccountId),
            E.map(([first]) => instrumentLimits(account, first?.NotionalProductId ?? 0, limits)),
          ),
        ),
        E.map((toLimits) => ({
          ...headOf(account),
          Instruments: context.market.instruments().map(toLimits),
        })),
      ),
    ),
  );
