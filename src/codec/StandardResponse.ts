import * as t from 'io-ts';
import { Flag } from './Flag.ts';
import { Integer } from './Integer.ts';
import { nullable } from './nullable.ts';

const required = {
  /** Whether the exchange took the call. */
  result: Flag,
};

const optional = {
  /** What is wrong; empty or `null` where nothing is. */
  errormsg: nullable(t.string),
  /** 0 where nothing is wrong; 107 means that the call was taken and goes on. */
  errorcode: Integer,
  /** More about it. */
  detail: nullable(t.string),
};

/** What functions answer that have nothing to tell but that the call was taken. A "no" is a `GatewayError`. */
export const StandardResponse = t.intersection([t.type(required), t.partial(optional)], 'StandardResponse');
export type StandardResponse = Readonly<t.TypeOf<typeof StandardResponse>>;
