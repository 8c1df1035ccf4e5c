import fc from 'fast-check';
import { excerpt } from '../src/excerpt.ts';
import { redact } from '../src/redact.ts';

describe('excerpt', () => {
  it('is a short text, and the beginning of a longer one, with a mark', () => {
    expect(excerpt('short', 5)).toBe('short');
    expect(excerpt('longer', 5)).toBe('longe…');
  });

  it('hides a secret, and says that more follows where only what is shown is short', () => {
    expect(excerpt('{"Password":"hush","Depth":10}', 20)).toBe('{"Password":***,"Dep…');
    expect(excerpt(`{"Password":"${'hush'.repeat(1_000)}","Depth":10}`, 40)).toBe('{"Password":***…');
  });

  it('shows nothing of a secret that the cut divides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_980, max: 2_000 }),
        fc.integer({ min: 1_990, max: 2_200 }),
        (before, length) => {
          expect(excerpt(`${'x'.repeat(before - 12)} "Password":"hush"`, length)).not.toMatch(/hush?|hu/);
        },
      ),
    );
  });

  it('is what redact shows, cut', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.nat(60), (text, length) => {
        const whole = redact(text);
        expect(excerpt(text, length)).toBe(whole.length > length ? `${whole.slice(0, length)}…` : whole);
      }),
    );
  });
});
