import fc from 'fast-check';
import { readLine, type RecordingLine, writeLine } from '../../src/recording/line.ts';

const t = fc.double({ min: 0, max: 2e12, noNaN: true }).map((time) => Math.abs(time));
const s = fc.nat();
const line: fc.Arbitrary<RecordingLine> = fc.oneof(
  fc.record({ t, s, dir: fc.constantFrom('in' as const, 'out' as const), text: fc.string() }),
  fc.record({ t, s, dir: fc.constant('open' as const), url: fc.string() }),
  fc.record({ t, s, dir: fc.constant('close' as const), code: fc.nat(), why: fc.string() }),
  fc.record({ t, dir: fc.constant('mark' as const), name: fc.string() }),
);

describe('a line of a recording', () => {
  it('is read as it was written, on one line', () => {
    fc.assert(
      fc.property(line, (written) => {
        const text = writeLine(written);
        expect(text).not.toContain('\n');
        expect(readLine(text)).toEqual(written);
      }),
    );
  });

  it('is broken where it was cut off, wherever that was', () => {
    fc.assert(
      fc.property(line, fc.nat(), (written, place) => {
        const text = writeLine(written);
        expect(readLine(text.slice(0, place % text.length))).toBeUndefined();
      }),
    );
  });

  it.each([
    '7',
    'null',
    '{"t":"1","dir":"open","s":1}',
    '{"t":1,"s":1}',
    '{"t":1,"dir":"open"}',
    '{"t":1,"dir":"in","s":1}',
    '{"t":1,"dir":"mark"}',
    '{"t":1,"s":1,"dir":"open","url":5}',
    '{"t":1,"s":1,"dir":"close","why":5}',
    '{"t":1,"s":1,"dir":"close","code":"1006"}',
    '{"t":1,"s":1,"dir":"close","retryAfter":"later"}',
    '{"t":1,"s":1,"dir":"close","ours":1}',
  ])('is broken where it lacks what it has to have, or has something else: %s', (text) => {
    expect(readLine(text)).toBeUndefined();
  });

  it.each(['later', '__proto__', 'constructor', 'toString'])(
    'is other where its kind is not known: %s',
    (dir) => {
      expect(readLine(JSON.stringify({ t: 1, s: 1, dir }))).toEqual({ dir: 'other' });
    },
  );

  it('has a bigint of a note as the integer it is', () => {
    expect(writeLine({ t: 1, dir: 'mark', name: 'id', note: 2n ** 60n })).toContain('1152921504606846976');
  });
});
