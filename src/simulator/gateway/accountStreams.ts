import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { MarketEvent } from '../market/event.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import { type Answer, type Context, endpointNotFound, type UserHandler } from './context.ts';
import { fieldsOf, integer } from './fields.ts';
import { eventsWhere, openStream } from './opening.ts';
import { instrumentNotFound, notAuthorized } from './refusals.ts';
import type { Request } from './request.ts';
import { privateStreams, type StreamEvent } from './streams.ts';
import type { SimulatedUser } from './users.ts';

const accountFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});
const orderStateFields = fieldsOf({ OMSId: integer, AccountId: integer }, { InstrumentId: integer });

const accountKey = (accountId: number): string => `${privateStreams}Account/${accountId}/`;
const orderStateKeys = (accountId: number): string => `${privateStreams}OrderState/${accountId}/`;
/** An instrument of 0 is none: all of them. */
const orderStateKey = (accountId: number, instrumentId = 0): string =>
  `${orderStateKeys(accountId)}${instrumentId}/`;

/** What is told of an account, and of a market to every account; not what goes to the owner unasked. */
const concerns = (event: MarketEvent, accountId: number): boolean => {
  if (event._tag === 'VerificationLevel') return false;
  return event._tag === 'MarketState' || ('AccountId' in event && event.AccountId === accountId);
};

/** Passes on only while the login reaches the account. */
const accountEvents = (
  context: Context,
  accountId: number,
  isMeant: (event: MarketEvent) => boolean,
): Observable<StreamEvent> =>
  eventsWhere(context, (event) => {
    if (!concerns(event, accountId) || !isMeant(event)) return false;
    const user = context.login.user();
    return user !== undefined && accountsOf(context.market, user).includes(accountId);
  });

/** The first of what was found, if there is any. */
const first = <A>(found: E.Either<unknown, readonly A[]>): A | undefined =>
  E.isRight(found) ? found.right[0] : undefined;

const subscribed = E.right({ Subscribed: true });

const refusedTo = ({ behaviour: { foreignAccount } }: Context): Answer => {
  if (foreignAccount === 'notSubscribed') return E.right({ Subscribed: false });
  return E.left(foreignAccount === 'notAuthorized' ? notAuthorized : endpointNotFound);
};

/** An account that is not the caller's is refused in the stream's own form, or in one of the others. */
const openAccountStream = (
  request: Request,
  context: Context,
  user: SimulatedUser,
  fields: { readonly OMSId: number; readonly AccountId: number },
  opening: Omit<Parameters<typeof openStream>[2], 'snapshot'>,
): Answer =>
  E.isLeft(ownAccount(context, user, fields))
    ? refusedTo(context)
    : openStream(request, context, { ...opening, snapshot: subscribed });

/** Everything that happens to an account. */
export const subscribeAccountEvents: UserHandler = (request, context, user) =>
  pipe(
    accountFields(request),
    E.chainW((fields) =>
      openAccountStream(request, context, user, fields, {
        kind: 'Account',
        key: accountKey(fields.AccountId),
        event$: accountEvents(context, fields.AccountId, () => true),
        early: () => {
          const payload = first(context.market.positions(fields.AccountId));
          return payload && { _tag: 'AccountPosition', AccountId: fields.AccountId, payload };
        },
      }),
    ),
  );

/** Refuses an instrument that is not there; 0 is none. */
const onKnownInstrument =
  ({ market }: Context) =>
  <A extends { readonly InstrumentId: number | undefined }>(fields: A): E.Either<StandardResponse, A> => {
    const { InstrumentId = 0 } = fields;
    const isKnown = market.instruments().some((instrument) => instrument.InstrumentId === InstrumentId);
    return InstrumentId === 0 || isKnown ? E.right(fields) : E.left(instrumentNotFound);
  };

/** What happens to the orders of an account, on one instrument or on all. */
export const subscribeOrderStateEvents: UserHandler = (request, context, user) =>
  pipe(
    orderStateFields(request),
    E.chain(onKnownInstrument(context)),
    E.chainW((fields) => {
      const { AccountId, InstrumentId = 0 } = fields;
      return openAccountStream(request, context, user, fields, {
        kind: 'OrderState',
        key: orderStateKey(AccountId, InstrumentId),
        event$: accountEvents(
          context,
          AccountId,
          (event) =>
            event._tag === 'OrderState' && (InstrumentId === 0 || event.InstrumentId === InstrumentId),
        ),
        early: () => {
          const payload = first(context.market.openOrders(AccountId, InstrumentId));
          return payload && { _tag: 'OrderState', AccountId, InstrumentId: payload.Instrument, payload };
        },
      });
    }),
  );

const unsubscribed = { UnSubscribed: true } as const;

/** Ends the stream of an account. */
export const unsubscribeAccountEvents: UserHandler = (request, { streams }) =>
  pipe(
    accountFields(request),
    E.map(({ AccountId }) => {
      streams.closeAll(accountKey(AccountId));
      return unsubscribed;
    }),
  );

/** Ends the stream of an account's orders that was opened for the same instrument, or for none; or all of them. */
export const unsubscribeOrderStateEvents: UserHandler = (request, { streams, behaviour }) =>
  pipe(
    orderStateFields(request),
    E.map(({ AccountId, InstrumentId }) => {
      const endsAll = behaviour.unsubscribeOrderStates === 'account';
      streams.closeAll(endsAll ? orderStateKeys(AccountId) : orderStateKey(AccountId, InstrumentId));
      return unsubscribed;
    }),
  );
