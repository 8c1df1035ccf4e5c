import type { Trade, TradeGap } from 'notbank-rx';
import { element } from './element.ts';
import { type Formats, timeText } from './formats.ts';

/** How many trades are shown. */
export const tapeLength = 60;

const bought = 0;

const gapRow = (): HTMLElement => element('div', { className: 'gap' }, 'trades are missing here');

const tradeRow = (
  { Price, Quantity, TakerSide, TradeTime }: Trade,
  { price, quantity }: Formats,
): HTMLElement =>
  element(
    'div',
    { className: 'trade', data: { side: TakerSide === bought ? 'buy' : 'sell' } },
    element('span', { className: 'price' }, price(Price)),
    element('span', { className: 'quantity' }, quantity(Quantity)),
    element('time', {}, timeText(TradeTime)),
  );

/** The tape: the last trades, the newest on top, coloured by who took; what could not be had is told where it is missing. */
export const tape = (
  root: HTMLElement,
  formats: Formats,
): ((trades: readonly (Trade | TradeGap)[]) => void) => {
  root.replaceChildren();
  return (trades) => {
    const rows = trades.map((trade) => (trade._tag === 'Gap' ? gapRow() : tradeRow(trade, formats)));
    root.prepend(...rows.reverse());
    while (root.childElementCount > tapeLength) root.lastElementChild?.remove();
  };
};
