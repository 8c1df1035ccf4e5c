/**
 * A number for people: no exponent, and no zeros at the end.
 *
 * @param places how many places behind the point there are at most. @default 8
 *
 * @example
 * numberText(0.00001); // '0.00001'
 */
export const numberText = (value: number, places = 8): string =>
  Number.isFinite(value)
    ? value
        .toFixed(places)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : '-';
