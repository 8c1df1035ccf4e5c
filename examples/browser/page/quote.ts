import type { TouchView } from 'notbank-rx';
import { element, write } from './element.ts';
import type { Formats } from './formats.ts';

/** The best bid and the best ask, with what rests there. */
export const quote = (
  root: HTMLElement,
  { instrument, price, quantity }: Formats,
): ((touch: TouchView) => void) => {
  const bid = element('span', { className: 'bid' });
  const ask = element('span', { className: 'ask' });
  root.replaceChildren(bid, ask);
  return ({ best }) => {
    const [bidText, askText] = [best.bid, best.ask].map((level) =>
      level === undefined ? '–' : `${price(level.price)} × ${quantity(level.quantity)}`,
    );
    write(bid, bidText ?? '');
    write(ask, askText ?? '');
    const { bid: buyer, ask: seller } = best;
    if (buyer !== undefined && seller !== undefined)
      document.title = `${price((buyer.price + seller.price) / 2)} ${instrument.Symbol}`;
  };
};
