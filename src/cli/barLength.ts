import { InvalidArgumentError } from 'commander';
import { TickerInterval } from '../codec/enums/TickerInterval.ts';

const units: readonly (readonly [seconds: number, letter: string])[] = [
  [604_800, 'w'],
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'm'],
];

/**
 * A length of bars in seconds as people write it.
 *
 * @example
 * barLengthText(300); // '5m'
 */
export const barLengthText = (seconds: number): string => {
  const [unit, letter] = units.find(([size]) => seconds % size === 0) ?? [1, 's'];
  return `${seconds / unit}${letter}`;
};

const lengths = new Map(Object.values(TickerInterval).map((seconds) => [barLengthText(seconds), seconds]));

/** The lengths that an exchange makes, as they are written. */
export const barLengths = [...lengths.keys()].join(', ');

/** Reads a length of bars, as `5m` or in seconds; throws commander's `InvalidArgumentError` where there is none such. */
export const barLengthFrom = (written: string): number => {
  const seconds = lengths.get(written.toLowerCase()) ?? Number(written);
  if ([...lengths.values()].includes(seconds as never)) return seconds;
  throw new InvalidArgumentError(`It should be one of ${barLengths}, or one of these in seconds.`);
};
