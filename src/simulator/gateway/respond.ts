import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { MessageType } from '../../frame.ts';
import { wireText } from '../market/wireText.ts';
import type { Behaviour } from './behaviour.ts';
import { type Answer, type Context, endpointNotFound } from './context.ts';
import { renderReply } from './dialect/render.ts';
import { findFunction } from './functions.ts';
import { serverError } from './refusals.ts';
import type { Request } from './request.ts';
import { isPermitted } from './users.ts';

/** What goes back for a request: the type of the frame, and its payload as text. */
export interface Response {
  readonly type: MessageType;
  readonly text: string;
}

const answerTo = (request: Request, context: Context): Answer => {
  const entry = findFunction(request.frame.name, context.behaviour.strictNames);
  if (entry === undefined) return E.left(endpointNotFound);
  if (!entry.private) return entry.handler(request, context);
  const user = context.login.user();
  return user === undefined || (entry.permission !== undefined && !isPermitted(user, entry.permission))
    ? E.left(context.forbidden)
    : entry.handler(request, context, user);
};

/** Whatever goes wrong in here, the connections go on. */
const safeAnswerTo = (request: Request, context: Context): Answer =>
  pipe(
    E.tryCatch(
      () => answerTo(request, context),
      () => serverError,
    ),
    E.flatten,
  );

const isRefusal = (payload: unknown): boolean =>
  typeof payload === 'object' && payload !== null && 'result' in payload && payload.result === false;

const typeOf = (payload: unknown, { refusals }: Behaviour): MessageType =>
  refusals === 'error' && isRefusal(payload) ? MessageType.Error : MessageType.Reply;

/** Carries a request out: finds the function, asks whether the caller may, and puts the answer on the wire's terms. */
export const respond = (request: Request, context: Context): Response => {
  const { dialect, behaviour } = context;
  return pipe(
    safeAnswerTo(request, context),
    E.match(
      (refusal): Response =>
        refusal === endpointNotFound
          ? { type: MessageType.Error, text: refusal }
          : { type: typeOf(refusal, behaviour), text: wireText(refusal) },
      (payload): Response => ({
        type: typeOf(payload, behaviour),
        text: renderReply(dialect, request.frame.name, payload),
      }),
    ),
  );
};
