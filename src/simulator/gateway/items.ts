import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { readExactJson } from '../../json/exactJson.ts';
import { invalidRequest, type StandardResponse } from '../market/standardResponse.ts';
import type { Limits } from './limits.ts';
import type { Request } from './request.ts';

/** The entries of a payload that is a list, and not too long a one. */
export const listOf = (
  { text }: Request,
  { listLength }: Limits,
): E.Either<StandardResponse, readonly unknown[]> => {
  const list = readExactJson(text);
  if (!Array.isArray(list)) return E.left(invalidRequest('The payload must be an Array'));
  return list.length > listLength
    ? E.left(invalidRequest(`The payload must be an Array of at most ${listLength} entries`))
    : E.right(list);
};

const fieldsIn = (value: unknown, fold: Request['fold']): Request['fields'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([name, field]) => [fold(name), field as unknown]))
    : undefined;

/**
 * Reads a payload that is a list, each entry like a payload of its own. The first entry that cannot be read is the
 * refusal, its place before the reason.
 */
export const itemsOf =
  <A>(read: (item: Request) => E.Either<StandardResponse, A>) =>
  (request: Request, limits: Limits): E.Either<StandardResponse, readonly A[]> =>
    pipe(
      listOf(request, limits),
      E.chain(
        E.traverseArrayWithIndex((index, value) =>
          pipe(
            read({ ...request, fields: fieldsIn(value, request.fold) }),
            E.mapLeft((refusal): StandardResponse => ({
              ...refusal,
              detail: `[${index}]: ${refusal.detail ?? ''}`,
            })),
          ),
        ),
      ),
    );
