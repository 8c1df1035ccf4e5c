import * as t from 'io-ts';
import type { Observable } from 'rxjs';
import { anyCase } from '../codec/fast/anyCase.ts';
import type { Terms } from '../connection/inner.ts';
import { call, type Endpoint } from '../endpoint.ts';
import { exchange } from '../requests/exchange.ts';
import type { Socket } from '../socket.ts';

const given = <A>(type: t.Type<A>) => t.union([type, t.null, t.undefined]);

// What else a refusal says, or leaves null, must not hide that it is one.
const verdict = t.intersection([
  t.type({ Authenticated: given(t.boolean) }),
  t.partial({
    Requires2FA: given(t.boolean),
    Locked: given(t.boolean),
    SessionToken: given(t.string),
    errormsg: given(t.string),
  }),
]);

/** What the three functions that log in have in common in their replies. */
export type LoginReply = t.TypeOf<typeof verdict>;

const loginReply = anyCase(verdict);

/** Asks one of the functions that log in, within the time limit of the connection. */
export type Ask = <A>(endpoint: Endpoint<A, unknown>, params: A) => Observable<LoginReply>;

/** An {@link Ask} on this socket. */
export const askOn =
  (socket: Socket, terms: Terms): Ask =>
  (endpoint, params) =>
    exchange(socket, call({ ...endpoint, reply: loginReply }, params), terms);
