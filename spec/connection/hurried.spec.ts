import { hurried, isHurried } from '../../src/connection/hurried.ts';
import { TransportError } from '../../src/errors.ts';

describe('isHurried', () => {
  it('knows what was hurried from what was lost', () => {
    expect(isHurried(hurried())).toBe(true);
    expect(isHurried(new TransportError('dropped'))).toBe(false);
    expect(isHurried(undefined)).toBe(false);
  });
});
