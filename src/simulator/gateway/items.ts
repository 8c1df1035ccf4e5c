import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { readExactJson } from '../../exactJson.ts';
import { invalidRequest, type StandardResponse } from '../market/standardResponse.ts';
import type { Request } from './request.ts';

/** The entries of a payload that is a list. */
export const listOf = ({ text }: Request): E.Either<StandardResponse, readonly unknown[]> => {
  const list = readExactJson(text);
  return Array.isArray(list) ? E.right(list) : E.left(invalidRequest('The payload must be an Array'));
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
  (request: Request): E.Either<StandardResponse, readonly A[]> =>
    pipe(
      listOf(request),
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
