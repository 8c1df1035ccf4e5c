import { tap } from 'rxjs';
import { type Bars, bars$, subscribe$, SubscribeTrades, trades$ } from '../../../src/index.ts';
import { type Followed, type Following, plainly } from './consumer.ts';
import { beginLaw, trustLaw } from './laws.ts';

/** `trades$`. */
export const followTrades = ({ name, client, board, mayLose }: Following, instrument: number): Followed => {
  const told = new Set<number>();
  const runs: number[][] = [[]];
  return {
    ...plainly,
    stream: `Trades:${instrument}`,
    isToldAtOnce: false,
    value$: trades$(client, { InstrumentId: instrument, history: 3 }).pipe(
      tap((item) => {
        const run = runs.at(-1) ?? [];
        if (item._tag === 'Gap') {
          runs.push([]);
          return;
        }
        const [id, before] = [Number(item.TradeId), run.at(-1) ?? runs.at(-2)?.at(-1) ?? 0];
        if (told.has(id)) board.breach('trades rise', `${name} trades: ${id} comes again`);
        told.add(id);
        if (id > before) run.push(id);
        // What was lost on a living link the next snapshot tells late.
        else if (!mayLose) board.breach('trades rise', `${name} trades: ${id} comes after ${before}`);
      }),
    ),
    known: () => ({ _tag: 'Trades', runs }),
  };
};

/** `subscribe$` of trades. */
export const followTradeMessages = (following: Following, instrument: number): Followed => {
  const law = beginLaw(following, 'tradeMessages');
  return {
    ...plainly,
    stream: `Trades:${instrument}`,
    isToldAtOnce: false,
    value$: subscribe$(following.client, SubscribeTrades, { InstrumentId: instrument }).pipe(
      tap(({ _tag }) => law(_tag === 'Snapshot')),
    ),
  };
};

/** The law of bars: in order, each once, and final but for what is counted. */
const barLaw = ({ name, board }: Following): ((bars: Bars) => void) => {
  const finals = new Map<number, string>();
  let changedFinals = 0;
  let firstRevised: number | undefined;
  const wrong = (why: string): void => board.breach('bars', `${name} bars: ${why}`);
  return (bars) => {
    const begins = bars.bars.map(({ begin }) => begin);
    if (begins.some((begin, index) => index > 0 && begin <= (begins[index - 1] ?? 0)))
      wrong(`out of order: ${begins.join(', ')}`);
    firstRevised ??= bars.revised;
    for (const bar of bars.changed) {
      const { high, low, close, volume, begin, isFinal } = bar;
      const [text, known] = [[high, low, close, volume, isFinal].join(' '), finals.get(begin)];
      if (known !== undefined && known !== text) changedFinals += 1;
      if (isFinal) finals.set(begin, text);
    }
    if (changedFinals > bars.revised - firstRevised) wrong(`a final bar has changed ${changedFinals} times`);
  };
};

/** `bars$`. */
export const followBars = (following: Following, instrument: number): Followed => {
  const law = trustLaw(following, 'bars');
  const lawOfBars = barLaw(following);
  let last: Bars | undefined;
  return {
    ...plainly,
    stream: `Ticker:${instrument}`,
    isToldAtOnce: true,
    value$: bars$(following.client, { InstrumentId: instrument, Interval: 60, history: 5 }).pipe(
      tap((bars) => {
        law(bars);
        lawOfBars(bars);
        last = bars;
      }),
    ),
    isLive: () => last?.status === 'live',
    known: () => ({ _tag: 'Bars', isLive: last?.status === 'live' }),
  };
};
