import type * as t from 'io-ts';
import { withoutDigits } from '../../json/Digits.ts';

const ofOne = (error: t.ValidationError): t.ValidationError => ({
  ...error,
  value: withoutDigits(error.value),
});

/** What is wrong with a value that was read exactly, with the numbers that its digits stand for. */
export const asRead = (errors: t.Errors): t.Errors => errors.map(ofOne);
