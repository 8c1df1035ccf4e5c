import * as t from 'io-ts';
import { Flag } from '../scalars/Flag.ts';
import { Integer } from '../scalars/Integer.ts';
import { nullable } from '../scalars/nullable.ts';

const fields = {
  required: {
    /** Whether the exchange took the call: `true`. */
    result: Flag,
  },
  optional: {
    /** What is wrong; empty or `null` where nothing is. */
    errormsg: nullable(t.string),
    /** 0 where nothing is wrong; it stands in the place of `errorcode`. */
    statuscode: Integer,
  },
};

/** A group of {@link treasuryOutcome}; a type with a name, for the sake of `together`. */
export type TreasuryOutcome<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};

/** The fields by which replies about templates and addresses tell how the call went. A "no" is a `GatewayError`. */
export const treasuryOutcome: { readonly [G in keyof typeof fields]: TreasuryOutcome<G> } = fields;
