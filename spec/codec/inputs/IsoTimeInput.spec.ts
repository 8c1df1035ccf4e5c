import { IsoTimeInput } from '../../../src/codec/inputs/IsoTimeInput.ts';

describe('IsoTimeInput', () => {
  it.each([
    '2023-03-01T16:00:00.000Z',
    '2023-03-01T16:00:00Z',
    '2023-03-01T16:00:00.1234567Z',
    '2023-03-01T13:00:00-03:00',
  ])('takes %s, and sends it as it is', (text) => {
    expect(IsoTimeInput.is(text)).toBe(true);
    expect(IsoTimeInput.encode(text)).toBe(text);
  });

  it.each(['2023-03-01', '2023-03-01 16:00:00', '2023-03-01T16:00:00', '', 1677686400000, null])(
    'refuses %p, which names no moment in that form',
    (u) => {
      expect(IsoTimeInput.is(u)).toBe(false);
    },
  );
});
