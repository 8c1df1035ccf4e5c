import { tap } from 'rxjs';
import { follow$, type Kept, type Level1, subscribe$, SubscribeLevel1 } from '../../../src/index.ts';
import { type Followed, type Following, nothing, plainly } from './consumer.ts';
import { beginLaw, trustLaw } from './laws.ts';

const pricesOf = ({ BestBid, BestOffer }: Level1): readonly unknown[] => [BestBid, BestOffer];

/** `follow$` of a summary. */
export const followSummary = (following: Following, instrument: number): Followed => {
  const law = trustLaw(following, 'summary');
  let last: Kept<Level1> | undefined;
  return {
    ...plainly,
    stream: `Level1:${instrument}`,
    isToldAtOnce: true,
    value$: follow$(following.client, SubscribeLevel1, { InstrumentId: instrument }).pipe(
      tap((summary) => {
        law(summary);
        last = summary;
      }),
    ),
    isLive: () => last?.status === 'live',
    known: () =>
      last?.state === undefined
        ? nothing
        : { _tag: 'Summary', isLive: last.status === 'live', prices: pricesOf(last.state) },
  };
};

/** `subscribe$` of a summary. */
export const followSummaryMessages = (following: Following, instrument: number): Followed => {
  const law = beginLaw(following, 'summaryMessages');
  let prices: readonly unknown[] | undefined;
  let generation: number | undefined;
  return {
    ...plainly,
    stream: `Level1:${instrument}`,
    isToldAtOnce: false,
    value$: subscribe$(following.client, SubscribeLevel1, { InstrumentId: instrument }).pipe(
      tap(({ _tag, payload }) => {
        law(_tag === 'Snapshot');
        generation = following.tap.socket()?.number;
        prices = pricesOf(payload);
      }),
    ),
    known: () =>
      prices === undefined
        ? nothing
        : { _tag: 'Summary', isLive: generation === following.tap.socket()?.number, prices },
  };
};
