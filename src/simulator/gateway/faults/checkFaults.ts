import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { refuseMisfits } from '../../../misfits.ts';
import { type Mismatch, mismatches } from '../../../mismatches.ts';
import { ConditionCodec, FaultScriptCodec, IncidentCodec } from './faultCodec.ts';

const misfitsOf = (codec: t.Mixed, u: unknown): readonly Mismatch[] => {
  const read = codec.decode(u);
  return E.isLeft(read) ? mismatches(read.left) : [];
};

/** What is wrong with a script of faults that no compiler has looked at. */
export const scriptMisfits = (script: unknown, path: string): readonly Mismatch[] =>
  misfitsOf(FaultScriptCodec, script).map((mismatch) => ({
    ...mismatch,
    path: mismatch.path === '' ? path : `${path}.${mismatch.path}`,
  }));

/**
 * Looks at a script that is to be played: a fault that is misspelt would do nothing, and the test with it.
 *
 * @throws RangeError if it cannot be meant.
 */
export const checkScript = (script: unknown): void =>
  refuseMisfits('This script', misfitsOf(FaultScriptCodec, script));

/**
 * Looks at a fault that is to begin.
 *
 * @throws RangeError if it cannot be meant, or happens once.
 */
export const checkCondition = (condition: unknown): void =>
  refuseMisfits('This fault', misfitsOf(ConditionCodec, condition));

/**
 * Looks at a fault that is to happen.
 *
 * @throws RangeError if it cannot be meant, or lasts.
 */
export const checkIncident = (incident: unknown): void =>
  refuseMisfits('This fault', misfitsOf(IncidentCodec, incident));
