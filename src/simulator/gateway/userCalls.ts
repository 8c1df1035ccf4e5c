import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { ticksFromMs } from '../market/clock.ts';
import type { Context, Refusal, UserHandler } from './context.ts';
import { fieldsOf, integer } from './fields.ts';
import type { SimulatedUser } from './users.ts';

/** Lets a call pass that is about the caller. */
export const aboutSelf =
  ({ forbidden }: Context, { userId }: SimulatedUser) =>
  <A extends { readonly UserId: number | undefined }>(fields: A): E.Either<Refusal, A> =>
    (fields.UserId ?? userId) === userId ? E.right(fields) : E.left(forbidden);

const mustName = fieldsOf({ UserId: integer }, {});
const mayName = fieldsOf({}, { UserId: integer });

/** The caller's permissions. */
export const getUserPermissions: UserHandler = (request, context, user) =>
  pipe(
    mustName(request),
    E.chainW(aboutSelf(context, user)),
    E.map(() => user.permissions),
  );

/** A device is trusted for 30 days. */
const trusted = 30 * 86_400_000;

/** The caller's devices: the one that the caller is here with. */
export const getUserDevices: UserHandler = (request, context, user) =>
  pipe(
    mayName(request),
    E.chainW(aboutSelf(context, user)),
    E.map(() => [
      {
        HashCode: user.userId,
        Location: '',
        DeviceName: 'Simulated device',
        IpAddress: '127.0.0.1',
        UserId: user.userId,
        IsTrusted: true,
        ExpirationTime: ticksFromMs(context.now() + trusted),
      },
    ]),
  );
