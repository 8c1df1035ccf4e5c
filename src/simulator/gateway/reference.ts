import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { notFound } from '../market/standardResponse.ts';
import type { Handler } from './context.ts';
import { count, fieldsOf, flag, integer, text } from './fields.ts';
import { byId, findInstrument } from './instrumentFields.ts';
import { onOms } from './oms.ts';
import { pageOf } from './page.ts';

/** Says that the gateway is there. */
export const ping: Handler = () => E.right({ msg: 'PONG' });

const instrumentsFields = fieldsOf({ OMSId: integer }, { InstrumentState: text });

/** The enabled instruments; the disabled ones, or both, where that is asked for. */
export const getInstruments: Handler = (request, { market }) =>
  pipe(
    instrumentsFields(request),
    E.chain(onOms),
    E.map(({ InstrumentState = 'active' }) => {
      const state = InstrumentState.toLowerCase();
      return market
        .instruments()
        .filter(({ IsDisable }) => state === 'both' || IsDisable === (state === 'inactive'));
    }),
  );

const instrumentFields = fieldsOf(byId, {});

/** One instrument. */
export const getInstrument: Handler = (request, { market }) =>
  pipe(
    instrumentFields(request),
    E.chain(findInstrument(market)),
    E.map(({ instrument }) => instrument),
  );

const productsFields = fieldsOf(
  { OMSId: integer },
  {
    GetDisabled: t.union([flag, integer], 'a Boolean'),
    Attribute: text,
    Depth: count,
    StartIndex: count,
  },
);

/**
 * The enabled products, the disabled ones too where that is asked for; 50 unless told otherwise. None of them has an
 * attribute, so that to ask for one finds nothing.
 */
export const getProducts: Handler = (request, { market }) =>
  pipe(
    productsFields(request),
    E.chain(onOms),
    E.map(({ GetDisabled = false, Attribute = '', Depth = 50, StartIndex = 0 }) =>
      pageOf(
        market
          .products()
          .filter(({ IsDisabled }) => Attribute === '' && (Boolean(GetDisabled) || !IsDisabled)),
        StartIndex,
        Depth,
      ),
    ),
  );

const productFields = fieldsOf({ OMSId: integer, ProductId: integer }, {});

/** One product. */
export const getProduct: Handler = (request, { market }) =>
  pipe(
    productFields(request),
    E.chain(onOms),
    E.chain(({ ProductId }) =>
      pipe(
        market.products().find((product) => product.ProductId === ProductId),
        E.fromNullable(notFound('Product not Found')),
      ),
    ),
  );
