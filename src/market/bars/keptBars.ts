import { wallNow } from '../../clock.ts';
import type { TickerRow } from '../../codec/records/TickerRow.ts';
import type { Trust } from '../../streams/kept.ts';
import type { Step } from '../machine.ts';
import type { RowInput } from '../rowInputs.ts';
import { noTrust, trustAfter, trustFailed } from '../trust.ts';
import { type BarSeries, emptyBarSeries } from './barSeries.ts';
import { type BarAsk, type BarInput, reduceBars } from './reduceBars.ts';

/** A series of bars, and how far it can be trusted. */
export interface KeptBars {
  readonly series: BarSeries;
  readonly trust: Trust;
}

/** What happens to {@link KeptBars}. */
export type KeptBarsInput = BarInput | RowInput<TickerRow>;

/** Bars of which nothing is known yet. @param interval How long they are, in seconds. */
export const emptyKeptBars = (interval: number): KeptBars => ({
  series: emptyBarSeries(interval),
  trust: noTrust(wallNow()),
});

/** {@link reduceBars}, with trust; `at` is when, in milliseconds since 1970. */
export const reduceKeptBars = (
  { series, trust }: KeptBars,
  input: KeptBarsInput,
  at: number,
): Step<KeptBars, BarAsk> => {
  if (input._tag === 'Failed') {
    const [lost] = reduceBars(series, { _tag: 'Lost' });
    return [{ series: lost, trust: trustFailed(trust, at, input.cause) }, []];
  }
  const [after, asks] = reduceBars(series, input);
  // A clock or a wish proves nothing.
  if (input._tag === 'Time' || input._tag === 'Wanted') return [{ series: after, trust }, asks];
  const moment = {
    at,
    isLive: after.phase._tag === 'Live',
    isProof: input._tag === 'Snapshot',
    cause: 'cause' in input ? input.cause : undefined,
  };
  return [{ series: after, trust: trustAfter(trust, moment) }, asks];
};
