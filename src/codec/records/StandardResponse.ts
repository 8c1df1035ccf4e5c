import * as t from 'io-ts';
import { Flag } from '../scalars/Flag.ts';
import { Integer } from '../scalars/Integer.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';

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

/** What {@link StandardResponse} has in any case; a type with a name, for the sake of records that contain one. */
export type StandardResponseRequired = { [K in keyof typeof required]: (typeof required)[K] };
/** What {@link StandardResponse} can have. */
export type StandardResponseOptional = { [K in keyof typeof optional]: (typeof optional)[K] };

/** What functions answer that have nothing to tell but that the call was taken. A "no" is a `GatewayError`. */
export const StandardResponse = recordOf<StandardResponseRequired, StandardResponseOptional>(
  required,
  optional,
  'StandardResponse',
);
export type StandardResponse = Readonly<t.TypeOf<typeof StandardResponse>>;
