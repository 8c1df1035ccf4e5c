import type * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';
import { StandardResponse } from './StandardResponse.ts';

const required = {
  /** What became of the bid. Where its `result` is `false` the bid was refused. */
  BidResult: nullable(StandardResponse),
  /** What became of the ask. Where its `result` is `false` the ask was refused. */
  AskResult: nullable(StandardResponse),
};

const exact = recordOf(required, {}, 'QuoteOutcome');

/**
 * What calls about quotes answer: each side for itself, as one may be refused and the other taken. Its keys are read
 * without regard to case.
 */
export const QuoteOutcome = anyCase(exact);
/** What the codec of this name reads. @interface */
export type QuoteOutcome = Readonly<t.TypeOf<typeof exact>>;
