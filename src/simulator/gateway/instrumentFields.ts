import * as E from 'fp-ts/lib/Either.js';
import type { Instrument } from '../market/instrument.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import { integer, required, text } from './fields.ts';
import { instrumentNotFound } from './refusals.ts';
import type { Market } from '../market/market.ts';

/** The fields of a call that names an instrument by its id. */
export const byId = { OMSId: integer, InstrumentId: integer };

/** The fields that name an instrument where either will do. */
export const byIdOrSymbol = { OMSId: integer, InstrumentId: integer, Symbol: text };

interface Named {
  readonly OMSId: number | undefined;
  readonly InstrumentId?: number | undefined;
  readonly Symbol?: string | undefined;
}

/** The instrument a call names, by id where it gives both. */
export const findInstrument =
  ({ instruments }: Market) =>
  <A extends Named>(fields: A): E.Either<StandardResponse, A & { readonly instrument: Instrument }> => {
    const { OMSId, InstrumentId, Symbol: symbol } = fields;
    const instrument = instruments().find((candidate) =>
      InstrumentId === undefined ? candidate.Symbol === symbol : candidate.InstrumentId === InstrumentId,
    );
    return OMSId !== 1 || instrument === undefined
      ? E.left(instrumentNotFound)
      : E.right({ ...fields, instrument });
  };

/** Refuses a call that lacks its OMS, its instrument in either form, or one of `others`. */
export const requireInstrument =
  (...others: readonly string[]) =>
  <A extends Named>(fields: A): E.Either<StandardResponse, A> => {
    const { OMSId, InstrumentId, Symbol: symbol } = fields;
    const isNamed = OMSId !== undefined && (InstrumentId !== undefined || symbol !== undefined);
    const isWhole = others.every((name) => fields[name as keyof A] !== undefined);
    return isNamed && isWhole
      ? E.right(fields)
      : E.left(required(['OMSId', 'InstrumentId (or Symbol)', ...others]));
  };
