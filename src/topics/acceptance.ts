import * as t from 'io-ts';
import { Flag } from '../codec/scalars/Flag.ts';
import { nullable } from '../codec/scalars/nullable.ts';
import type { Refusal } from '../errors.ts';

/**
 * Confirms that the exchange sends the events of the account from now on. It comes first, and again after every
 * reconnect.
 */
export interface Subscribed {
  /** The kind of message: the confirmation of the subscription. */
  readonly _tag: 'Subscribed';
}

const words = t.partial({ errormsg: nullable(t.string) });

/** The reply to the subscribe of an account's stream; older gateways write `Subscribe` in place of `Subscribed`. */
export const Acceptance = t.union([
  t.intersection([t.type({ Subscribed: Flag }), words]),
  t.intersection([t.type({ Subscribe: Flag }), words]),
]);
export type Acceptance = Readonly<t.TypeOf<typeof Acceptance>>;

const notSubscribed = 'the exchange did not subscribe, as where the account is not one of the login';

/** The refusal in such a reply, if it is one. */
export const refusalOfAcceptance = (reply: Acceptance): Refusal | undefined => {
  const isAccepted = 'Subscribed' in reply ? reply.Subscribed : reply.Subscribe;
  if (isAccepted) return undefined;
  return { code: undefined, errormsg: reply.errormsg ?? notSubscribed, detail: null };
};

/** The confirmation of the subscription. */
export const subscribed: Subscribed = { _tag: 'Subscribed' };
