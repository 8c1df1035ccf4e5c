import {
  above0,
  aFiniteNumber,
  allOf,
  aText,
  from0,
  listOf,
  misfits,
  needed,
  oneOf,
  optionsOf,
  refuseMisfits,
  type Shape,
  type ShapesOf,
} from '../../misfits.ts';
import type { Behaviour } from './behaviour.ts';
import { choices, streamKinds } from './choices.ts';
import { scriptMisfits } from './faults/checkFaults.ts';
import type { Limits } from './limits.ts';
import { nearOption } from './nearOption.ts';
import type { ExchangeOptions } from './options.ts';
import {
  accountShapes,
  aDecimalAbove0,
  byKey,
  ids,
  instrumentShapes,
  productShapes,
  userShapes,
} from './specShapes.ts';

const isFinite = (u: unknown): u is number => typeof u === 'number' && Number.isFinite(u);

const aTime: Shape = {
  expected: 'a finite number of milliseconds from 0 on',
  is: (u) => isFinite(u) && u >= 0,
};

const rateShapes: ShapesOf<Exclude<Behaviour['rateLimit'], string>> = {
  requests: needed(above0),
  within: needed(above0),
  beyond: needed(oneOf('refused', 'ignored', 'dropped')),
};
const aRate = optionsOf(rateShapes, "'none' or an object of requests, within and beyond");

const limitShapes: ShapesOf<Limits> = {
  connections: from0,
  frameSize: from0,
  streams: from0,
  listLength: from0,
  backlog: from0,
  history: from0,
};

/** The options that are one of a few values. */
const chosen = Object.fromEntries(
  Object.entries(choices).map(([name, choice]) => [
    name,
    oneOf(...Object.values<string | number | boolean>(choice)),
  ]),
) as Readonly<Record<keyof typeof choices, Shape>>;

/** What each option of an exchange may be. */
export const exchangeShapes: ShapesOf<ExchangeOptions> = {
  seed: aFiniteNumber,
  users: listOf(userShapes, 'a list of users'),
  products: listOf(productShapes, 'a list of products'),
  instruments: listOf(instrumentShapes, 'a list of instruments'),
  accounts: listOf(accountShapes, 'a list of accounts'),
  crowd: {
    expected: "a finite number of milliseconds above 0, or 'off',",
    is: (u) => u === 'off' || (isFinite(u) && u > 0),
  },
  prices: byKey(aDecimalAbove0, "an object of decimal texts by instrument id, such as { 1: '100.5' },"),
  crowdInstruments: ids,
  latency: aTime,
  maxLoginAttempts: above0,
  startTime: aFiniteNumber,
  limits: optionsOf(limitShapes),
  faults: { expected: 'a script of faults', is: () => true, misfitsOf: scriptMisfits },
  ...chosen,
  resubscribable: allOf(
    oneOf(...Object.values(streamKinds)),
    `a list of ${Object.keys(streamKinds).join(', ')}`,
  ),
  level1Interval: aTime,
  logoutPayload: aText,
  rateLimit: { ...aRate, is: (u) => u === 'none' || aRate.is(u) },
};

/**
 * Looks at the options of an exchange, before anything is made of them.
 *
 * @throws RangeError if they cannot be meant.
 */
export const checkExchangeOptions = (options: unknown): void =>
  refuseMisfits('The options of createExchange', misfits(options, exchangeShapes, '', nearOption));
