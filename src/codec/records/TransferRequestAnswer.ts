import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { Flag } from '../scalars/Flag.ts';
import { Integer } from '../scalars/Integer.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** Whether the exchange took the call. */
  result: Flag,
};

const optional = {
  /** The code of the request, a GUID. */
  requestcode: t.string,
  /** What is wrong; empty or `null` where nothing is. */
  errormsg: nullable(t.string),
  /** 0 where nothing is wrong. */
  errorcode: Integer,
  /** More about it. */
  detail: nullable(t.string),
};

/** What comes of answering a request for funds. Its keys are read without regard to case. */
export const TransferRequestAnswer = anyCase(recordOf(required, optional, 'TransferRequestAnswer'));
export type TransferRequestAnswer = Readonly<t.TypeOf<typeof TransferRequestAnswer>>;
