import * as t from 'io-ts';
import { Flag } from './Flag.ts';
import { Integer } from './Integer.ts';
import { nullable } from './nullable.ts';

/** The fields by which replies about templates and addresses tell how the call went. A "no" is a `GatewayError`. */
export const treasuryOutcome = {
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
