import * as t from 'io-ts';
import { Flag } from '../codec/scalars/Flag.ts';
import { nullable } from '../codec/scalars/nullable.ts';
import type { Refusal } from '../errors.ts';

/** The exchange sends the events of the account from here on: at first, and again after every reconnect. */
export interface Subscribed {
  /** What kind of message it is: that the stream is on. */
  readonly _tag: 'Subscribed';
}

const words = t.partial({ errormsg: nullable(t.string) });

/** What the exchange answers when a stream of an account is subscribed to; an older gateway leaves out the `d`. */
export const Acceptance = t.union([
  t.intersection([t.type({ Subscribed: Flag }), words]),
  t.intersection([t.type({ Subscribe: Flag }), words]),
]);
export type Acceptance = Readonly<t.TypeOf<typeof Acceptance>>;

/** The refusal that such an answer is, if it is one. */
export const refusalOfAcceptance = (reply: Acceptance): Refusal | undefined => {
  const isAccepted = 'Subscribed' in reply ? reply.Subscribed : reply.Subscribe;
  if (isAccepted) return undefined;
  return { code: undefined, errormsg: reply.errormsg ?? 'the exchange did not subscribe', detail: null };
};

/** That the stream is on. */
export const subscribed: Subscribed = { _tag: 'Subscribed' };
