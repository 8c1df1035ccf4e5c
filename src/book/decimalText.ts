import { type Scaled, scaled } from '../codec/scalars/scaled.ts';
import { isNumeric } from '../json/Digits.ts';

/** A decimal: its text, or a number, which is read as its shortest decimal text. */
export type DecimalText = string | number;

/** Beyond every price and quantity. */
const endless = '1e400';

/** The decimal, digit for digit; of infinity one beyond all others; `undefined` for what is no number. */
export const decimalOf = (value: DecimalText): Scaled | undefined => {
  const text = String(value).replace('Infinity', endless);
  return isNumeric(text) ? scaled(text) : undefined;
};
