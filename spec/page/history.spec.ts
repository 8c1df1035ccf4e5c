import { type History, span, stretchesOf, withMoment } from '../../examples/browser/page/history.ts';
import type { Moment, Tone } from '../../examples/browser/page/moment.ts';

const moment = (at: number, tone: Tone): Moment => ({ at, tone, says: tone });
const noHistory: History = new Map();

describe('withMoment', () => {
  it('adds a moment to its track and leaves the others', () => {
    const history = withMoment(withMoment(noHistory, 'link', moment(0, 'busy')), 'book', moment(5, 'good'));
    expect([...history]).toEqual([
      ['link', [moment(0, 'busy')]],
      ['book', [moment(5, 'good')]],
    ]);
  });

  it('forgets what was over before the span began, and keeps what still held then', () => {
    const moments = [moment(0, 'busy'), moment(10, 'good'), moment(span + 20, 'bad')];
    const history = moments.reduce((past, one) => withMoment(past, 'link', one), noHistory);
    expect(history.get('link')).toEqual(moments.slice(1));
  });
});

describe('stretchesOf', () => {
  it('divides the span by what was said, up to now', () => {
    const moments = [moment(0, 'busy'), moment(span / 4, 'good')];
    expect(stretchesOf(moments, span / 2)).toEqual([
      { tone: 'busy', says: 'busy', endedBefore: 0.25, share: 0.25 },
      { tone: 'good', says: 'good', endedBefore: 0, share: 0.25 },
    ]);
  });

  it('cuts what began before the span', () => {
    expect(stretchesOf([moment(0, 'good')], 5 * span)).toEqual([
      { tone: 'good', says: 'good', endedBefore: 0, share: 1 },
    ]);
  });
});
