import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { decimal } from '../market/decimal.ts';
import type { FeeRates } from '../market/feeRates.ts';
import type { Market } from '../market/market.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import { ownAccount } from './accounts.ts';
import type { UserHandler } from './context.ts';
import { decimalInput, fieldsOf, integer } from './fields.ts';
import { findInstrument } from './instrumentFields.ts';
import { onOms } from './oms.ts';

const roles = [
  ['maker', 'MakerFee'],
  ['taker', 'TakerFee'],
] as const;

/** Two rules an instrument: the share of what is received that a maker pays, and that of a taker. */
const rulesOf = (InstrumentId: number, rates: FeeRates) =>
  roles.map(([role, FeeType], index) => ({
    FeeId: 2 * InstrumentId + index,
    OMSId: 1,
    AccountId: 0,
    FeeAmt: rates[role],
    FeeCalcType: 'Percentage',
    FeeType,
    LadderThreshold: decimal('0.0'),
    LadderSeconds: 0,
    IsActive: true,
    InstrumentId,
    OrderType: 'Unknown',
  }));

type Rules = ReturnType<typeof rulesOf>;

const rulesFor = (
  { feeRates }: Market,
  instrumentIds: readonly number[],
): E.Either<StandardResponse, Rules> =>
  pipe(
    instrumentIds,
    E.traverseArray((id) =>
      pipe(
        feeRates(id),
        E.map((rates) => rulesOf(id, rates)),
      ),
    ),
    E.map((rules) => rules.flat()),
  );

const allIds = ({ instruments }: Market): readonly number[] =>
  instruments().map(({ InstrumentId }) => InstrumentId);

const accountFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});

/** No account is in a tier of its own, and no fee is pegged to another product. */
const ofAccount = { FeeTier: 0, PeggedProductId: 0 } as const;

/** What one account pays on its trades: what every account pays. */
export const getAccountFees: UserHandler = (request, context, user) =>
  pipe(
    accountFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.chainW(() => rulesFor(context.market, allIds(context.market))),
    E.map((rules) => rules.map((rule) => ({ ...rule, ...ofAccount }))),
  );

const omsFields = fieldsOf({ OMSId: integer }, { InstrumentId: integer });

/** What is paid on trades of one instrument, or of all. */
export const getOMSFees: UserHandler = (request, { market }) =>
  pipe(
    omsFields(request),
    E.chain(onOms),
    E.chain((fields) =>
      (fields.InstrumentId ?? 0) === 0
        ? E.right(allIds(market))
        : pipe(
            findInstrument(market)(fields),
            E.map(({ instrument }) => [instrument.InstrumentId]),
          ),
    ),
    E.chain((ids) => rulesFor(market, ids)),
  );

const orderFeeFields = fieldsOf(
  {
    OMSId: integer,
    AccountId: integer,
    InstrumentId: integer,
    Price: decimalInput,
    Side: decimalInput,
  },
  {
    Quantity: decimalInput,
    Amount: decimalInput,
    OrderType: decimalInput,
    MakerTaker: decimalInput,
  },
);

/** What an order would pay if it traded. */
export const getOrderFee: UserHandler = (request, context, user) =>
  pipe(
    orderFeeFields(request),
    E.chainFirstW((fields) => ownAccount(context, user, fields)),
    E.chainW(context.market.orderFee),
  );
