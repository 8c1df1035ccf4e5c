import type { OrderLife } from 'notbank-rx';
import { element, write } from './element.ts';
import type { Wish } from './orderForm.ts';

/** How many orders are shown. */
const mostCards = 12;

const toneOf = ({ _tag, isFinal }: OrderLife): string => {
  if (_tag === 'Filled') return 'good';
  return _tag === 'Unknown' || (isFinal && _tag !== 'Canceled') ? 'bad' : 'busy';
};

const reasonOf = ({ reason }: OrderLife): string =>
  typeof reason === 'object' ? reason.message : (reason ?? '');

const titleOf = (wish: Wish, Symbol: string): string => {
  const price = wish.OrderType === 'Limit' ? `at ${wish.LimitPrice}` : 'at market';
  return `${wish.Side} ${wish.Quantity} ${Symbol} ${price}`;
};

/** The life of one order: a card on top of the others, with a step for every tag, and the reason of the last one. */
export const orderCard = (root: HTMLElement, wish: Wish, Symbol: string): ((life: OrderLife) => void) => {
  const title = element('b', { data: { side: wish.Side.toLowerCase() } }, titleOf(wish, Symbol));
  const steps = element('ol', { className: 'steps' });
  const reason = element('p', { className: 'reason' });
  const begun = performance.now();
  let present: OrderLife['_tag'] | undefined;
  root.prepend(element('li', {}, title, steps, reason));
  while (root.childElementCount > mostCards) root.lastElementChild?.remove();
  return (life) => {
    write(reason, reasonOf(life));
    if (life._tag === present) return;
    present = life._tag;
    const after = `${Math.round(performance.now() - begun)} ms after the button, learnt by: ${life.how}`;
    steps.append(element('li', { title: after, data: { tone: toneOf(life) } }, life._tag));
  };
};
