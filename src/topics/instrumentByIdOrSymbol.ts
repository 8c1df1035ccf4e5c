import type * as t from 'io-ts';
import { IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { absent } from '../codec/inputs/absent.ts';
import { request } from '../codec/inputs/request.ts';
import { requestBy } from '../codec/inputs/requestBy.ts';
import { TextInput } from '../codec/inputs/TextInput.ts';
import { withFields } from '../codec/inputs/withFields.ts';

const NoId = absent('as a symbol is given');
const NoSymbol = absent('as an id is given');

const fields = {
  id: {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  noId: {
    /** Absent, as the symbol identifies the instrument. */
    InstrumentId: NoId,
  },
  symbol: {
    /** The symbol of the instrument; its id is looked up first. */
    Symbol: TextInput,
  },
  noSymbol: {
    /** Absent, as the id identifies the instrument. */
    Symbol: NoSymbol,
  },
};

/** The fields that identify an instrument. The type has a name so that the declarations of requests can refer to it. */
export type InstrumentFields<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};
const { id, noId, noSymbol, symbol }: { readonly [G in keyof typeof fields]: InstrumentFields<G> } = fields;

/** A request about one instrument, given by id or by symbol. */
export const instrumentByIdOrSymbol = <R extends t.Props, P extends t.Props>(required: R, optional: P) => {
  const shared = request(required, optional);
  const byId = withFields(shared, id, noSymbol);
  const bySymbol = withFields(shared, symbol, noId);
  return requestBy(({ InstrumentId, Symbol }) =>
    InstrumentId === undefined && Symbol !== undefined ? bySymbol : byId,
  );
};
