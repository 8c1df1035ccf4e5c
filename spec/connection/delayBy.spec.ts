import type { Backoff } from '../../src/connection/backoff.ts';
import { delayBy } from '../../src/connection/delayBy.ts';
import { type ClientError, TransportError } from '../../src/errors.ts';

const lost = new TransportError('lost');
const ask = (backoff: unknown) => {
  const reported: ClientError[] = [];
  const delay = delayBy(backoff as Backoff, 1, lost, (error) => reported.push(error));
  return { delay, reported: reported.map(({ message }) => message) };
};

describe('delayBy', () => {
  it.each([0, 20, 1.5, null])('is what the policy says: %p', (said) => {
    expect(ask(() => said)).toEqual({ delay: said, reported: [] });
  });

  it('asks the policy about this attempt and cause', () => {
    const asked: unknown[] = [];
    delayBy(
      (...parameters) => {
        asked.push(parameters);
        return 1;
      },
      7,
      lost,
      () => undefined,
    );

    expect(asked).toEqual([[7, lost]]);
  });

  it.each([
    ['NaN', NaN],
    ['a value of type undefined', undefined],
    ['-1', -1],
    ['Infinity', Infinity],
    ['a value of type string', '20'],
  ])('reports a policy that returns %s, and waits as the default does', (shown, said) => {
    const { delay, reported } = ask(() => said);

    expect(reported).toEqual([
      `backoff returned ${shown}, which is neither milliseconds nor null. The default delay is used.`,
    ]);
    expect(delay).toBeGreaterThanOrEqual(0);
    expect(delay).toBeLessThan(500);
  });

  it('reports a policy that throws, and waits as the default does', () => {
    const { delay, reported } = ask(() => {
      throw new RangeError('out of range');
    });

    expect(reported).toEqual(['backoff threw: out of range. The default delay is used.']);
    expect(delay).toBeLessThan(500);
  });

  it('reports a policy that throws what has no text', () => {
    const { delay, reported } = ask(() => {
      throw Object.create(null) as Error;
    });

    expect(reported).toEqual(['backoff threw: something that has no text. The default delay is used.']);
    expect(delay).toBeLessThan(500);
  });
});
