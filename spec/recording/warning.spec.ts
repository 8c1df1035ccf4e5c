import { linesLost, unreadable } from '../../src/recording/warning.ts';

describe('the warnings of a replay', () => {
  it('say which lines, and what became of them', () => {
    expect(
      [unreadable(4, 1, false), unreadable(4, 3, false), unreadable(4, 1, true), linesLost(4, 2)].map(
        ({ message }) => message,
      ),
    ).toEqual([
      'Line 4 could not be read and was passed over.',
      'Lines 4 to 6 could not be read and were passed over.',
      'The recording ends in the middle of line 4: everything before it is replayed.',
      'Line 4: 2 lines are missing here, which could not be written in time.',
    ]);
  });
});
