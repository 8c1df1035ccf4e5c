import { formatDecimal } from '../../../src/simulator/market/decimal.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { balance, lastState, limit, rejected, replyTo, sent, states } from './orders.ts';
import { right, smallMarket } from './script.ts';

const hidden = (DisplayQuantity: string) => ({ UseDisplayQuantity: true, DisplayQuantity });
type Market = ReturnType<typeof smallMarket>['market'];
const shown = (market: Market): string =>
  wireText(right(market.level2(1, 10)).map((row) => [row[6], row[8], row[5]]));

describe('an order that shows less than it is', () => {
  it('lies in the book with what it shows, and holds what it is', () => {
    const { market } = smallMarket();
    const events = sent(market, limit(1, 'Sell', '2.0', '0.50', hidden('0.5')));
    expect(shown(market)).toBe('[[0.50,0.5,1]]');
    expect(formatDecimal(right(market.level1(1)).AskQty)).toBe('0.5');
    expect(lastState(events)).toMatchObject({ InsideAskSize: { units: 5n }, DisplayQuantity: { units: 5n } });
    expect(balance(market, 1, 'BTC')).toEqual(['9', '2']);
  });

  it('shows the next slice when one is gone, which queues behind the others at its price', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '2.0', '0.50', hidden('0.5')), limit(2, 'Sell', '1.0', '0.50'));
    const events = sent(market, limit(3, 'Buy', '0.8', '0.50'));
    expect(states(events).filter((state) => !state.startsWith('3'))).toEqual([
      '1 Working Trade 0.5/2.0',
      '2 Working Trade 0.3/1.0',
    ]);
    expect(shown(market)).toBe('[[0.50,1.2,2]]');
    expect(
      states(sent(market, limit(3, 'Buy', '0.9', '0.50'))).filter((state) => !state.startsWith('4')),
    ).toEqual(['2 FullyExecuted Trade 1.0/1.0', '1 Working Trade 0.7/2.0']);
    expect(shown(market)).toBe('[[0.50,0.3,1]]');
  });

  it('is taken slice by slice by one order that wants it all', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '1.2', '0.50', hidden('0.5')));
    const events = sent(market, limit(3, 'Buy', '1.2', '0.50'));
    expect(states(events).filter((state) => state.startsWith('1'))).toEqual([
      '1 Working Trade 0.5/1.2',
      '1 Working Trade 1.0/1.2',
      '1 FullyExecuted Trade 1.2/1.2',
    ]);
    expect(shown(market)).toBe('[]');
  });

  it('does not show at all where it shows 0, and trades all the same', () => {
    const { market } = smallMarket();
    const events = sent(market, limit(1, 'Sell', '1.0', '0.50', hidden('0')));
    expect(shown(market)).toBe('[]');
    expect(events.filter(({ _tag }) => _tag === 'Level2')).toEqual([]);
    expect(states(sent(market, limit(3, 'Buy', '0.4', '0.50'))).at(-1)).toBe('2 FullyExecuted Trade 0.4/0.4');
  });

  it('is 0, and shows nothing, where it is to be used and none is given', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '2.0', '0.50', { UseDisplayQuantity: true }));
    expect(right(market.openOrders(1))).toMatchObject([{ DisplayQuantity: { units: 0n } }]);
    expect(shown(market)).toBe('[]');
  });

  it('is one only where UseDisplayQuantity says so', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '2.0', '0.50', { DisplayQuantity: '0.5' }));
    expect(shown(market)).toBe('[[0.50,2.0,1]]');
  });

  it.each(['-0.1', '0.25'])('is refused where it shows %s', (quantity) => {
    const request = limit(1, 'Sell', '2.0', '0.50', hidden(quantity));
    expect(replyTo(smallMarket().market, request)).toEqual(rejected('Invalid_Order_Quantity'));
  });
});
