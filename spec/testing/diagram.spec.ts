import * as fc from 'fast-check';
import { TestScheduler } from 'rxjs/testing';
import { diagram, type Message } from '../../src/testing/diagram.ts';
import { marbles } from '../support/marbles.ts';

/** A character is a millisecond in virtual time alone. */
const parsed = (text: string): readonly Message[] => {
  const messages: Message[] = [];
  marbles(() => {
    messages.push(...TestScheduler.parseMarbles(text, undefined, undefined, true, true));
  });
  return messages;
};

const drawn = (text: string): string => diagram(parsed(text), String);

describe('diagram', () => {
  it.each(['a', '--a-|', '(ab|)', '10ms (ab#)', 'a 99ms b--(c|)'])(
    'draws what marbles say: %s',
    (marbles) => {
      expect(drawn(marbles)).toBe(marbles);
    },
  );

  it('is in words where there is nothing', () => {
    expect(drawn('')).toBe('(nothing)');
  });

  it('says the time of what comes sooner than marbles can say', () => {
    const at = (frame: number, value: string): Message => ({ frame, notification: { kind: 'N', value } });
    expect(diagram([at(5, 'a'), at(5, 'b'), at(6, 'c')], String)).toBe('-----(ab) @6 c');
  });

  it('is read by rxjs as what was drawn, whatever that is', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(gaps, (groups) => {
        let frame = 0;
        const messages: Message[] = [];
        for (const [gap, size] of groups) {
          frame += gap;
          for (let count = 0; count < size; count++)
            messages.push({ frame, notification: { kind: 'N', value: 'x' } });
          frame += size === 1 ? 1 : size + 2;
        }
        const text = messages.length === 0 ? '' : diagram(messages, String);
        const read = parsed(text);
        expect(read.map((one) => one.frame)).toEqual(messages.map((one) => one.frame));
      }),
    );
  });
});
