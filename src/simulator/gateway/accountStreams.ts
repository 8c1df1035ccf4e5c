import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { MarketEvent } from '../market/event.ts';
import { wireText } from '../market/wireText.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import type { Answer, Context, UserHandler } from './context.ts';
import { fieldsOf, integer } from './fields.ts';
import { eventsWhere, openStream } from './opening.ts';
import { eventNames } from './published.ts';
import type { Request } from './request.ts';
import { privateStreams, type StreamEvent } from './streams.ts';
import type { SimulatedUser } from './users.ts';

const accountFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});
const orderStateFields = fieldsOf({ OMSId: integer, AccountId: integer }, { InstrumentId: integer });

const accountKey = (accountId: number): string => `${privateStreams}Account/${accountId}/`;
/** An instrument of 0 is none: all of them. */
const orderStateKey = (accountId: number, instrumentId = 0): string =>
  `${privateStreams}OrderState/${accountId}/${instrumentId}/`;

/** Passes on only while the login reaches the account. */
const accountEvents = (
  context: Context,
  accountId: number,
  isMeant: (event: MarketEvent) => boolean,
): Observable<StreamEvent> =>
  eventsWhere(context, (event) => {
    if (!('AccountId' in event) || event.AccountId !== accountId || !isMeant(event)) return false;
    const user = context.login.user();
    return user !== undefined && accountsOf(context.market, user).includes(accountId);
  });

const first = (
  tag: MarketEvent['_tag'],
  found: E.Either<unknown, readonly unknown[]>,
): StreamEvent | undefined =>
  E.isRight(found) && found.right.length > 0
    ? { name: eventNames[tag], text: wireText(found.right[0]) }
    : undefined;

const subscribed = E.right({ Subscribed: true });

/** An account that is not the caller's is refused in the stream's own form. */
const openAccountStream = (
  request: Request,
  context: Context,
  user: SimulatedUser,
  fields: { readonly OMSId: number; readonly AccountId: number },
  opening: Omit<Parameters<typeof openStream>[2], 'snapshot'>,
): Answer =>
  E.isLeft(ownAccount(context, user, fields))
    ? E.right({ Subscribed: false })
    : openStream(request, context, { ...opening, snapshot: subscribed });

/** Everything that happens to an account. */
export const subscribeAccountEvents: UserHandler = (request, context, user) =>
  pipe(
    accountFields(request),
    E.chainW((fields) =>
      openAccountStream(request, context, user, fields, {
        key: accountKey(fields.AccountId),
        event$: accountEvents(context, fields.AccountId, () => true),
        early: () => first('AccountPosition', context.market.positions(fields.AccountId)),
      }),
    ),
  );

/** What happens to the orders of an account, on one instrument or on all. */
export const subscribeOrderStateEvents: UserHandler = (request, context, user) =>
  pipe(
    orderStateFields(request),
    E.chainW((fields) => {
      const { AccountId, InstrumentId = 0 } = fields;
      return openAccountStream(request, context, user, fields, {
        key: orderStateKey(AccountId, InstrumentId),
        event$: accountEvents(
          context,
          AccountId,
          (event) =>
            event._tag === 'OrderState' && (InstrumentId === 0 || event.InstrumentId === InstrumentId),
        ),
        early: () => first('OrderState', context.market.openOrders(AccountId, InstrumentId)),
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

/** Ends the stream of an account's orders that was opened for the same instrument, or for none. */
export const unsubscribeOrderStateEvents: UserHandler = (request, { streams }) =>
  pipe(
    orderStateFields(request),
    E.map(({ AccountId, InstrumentId }) => {
      streams.closeAll(orderStateKey(AccountId, InstrumentId));
      return unsubscribed;
    }),
  );
