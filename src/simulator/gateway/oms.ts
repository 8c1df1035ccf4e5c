import * as E from 'fp-ts/lib/Either.js';
import { notFound, type StandardResponse } from '../market/standardResponse.ts';

/** The answer to whatever names an order system that is not there. */
export const omsNotFound = notFound('OMS not Found');

/** Lets a call pass that names the one order system there is. */
export const onOms = <A extends { readonly OMSId: number }>(fields: A): E.Either<StandardResponse, A> =>
  fields.OMSId === 1 ? E.right(fields) : E.left(omsNotFound);
