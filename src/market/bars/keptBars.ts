import { asyncScheduler } from 'rxjs';
import type { TickerMessage } from '../../topics/SubscribeTicker.ts';
import type { Trust } from '../../streams/kept.ts';
import type { Step } from '../machine.ts';
import type { StreamEvent } from '../streamEvents.ts';
import { noTrust, trustAfter, trustFailed } from '../trust.ts';
import { type BarSeries, emptyBarSeries } from './barSeries.ts';
import { type BarAsk, type BarInput, reduceBars } from './reduceBars.ts';

/** A series of bars, and how far it can be trusted. */
export interface KeptBars {
  readonly series: BarSeries;
  readonly trust: Trust;
}

/** What happens to {@link KeptBars}. */
export type KeptBarsInput = BarInput | StreamEvent<TickerMessage>;

/** Bars of which nothing is known yet. @param interval How long they are, in seconds. */
export const emptyKeptBars = (interval: number): KeptBars => ({
  series: emptyBarSeries(interval),
  trust: noTrust(asyncScheduler.now()),
});

const barInput = (input: Exclude<KeptBarsInput, { readonly _tag: 'Failed' }>): BarInput =>
  input._tag === 'Message' ? { _tag: input.message._tag, rows: input.message.payload } : input;

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
  const said = barInput(input);
  const [after, asks] = reduceBars(series, said);
  // A clock or a wish proves nothing.
  if (said._tag === 'Time' || said._tag === 'Wanted') return [{ series: after, trust }, asks];
  const moment = {
    at,
    isLive: after.phase._tag === 'Live',
    isProof: said._tag === 'Snapshot',
    cause: 'cause' in input ? input.cause : undefined,
  };
  return [{ series: after, trust: trustAfter(trust, moment) }, asks];
};
