import { lost, noHistory, opened } from '../../src/connection/history.ts';
import { AuthenticationFailed, TransportError } from '../../src/errors.ts';

const dropped = new TransportError('dropped');
const refused = new AuthenticationFailed('refused');

describe('the history of a connection', () => {
  it('counts failures in a row, anew once a connection has been open for as long as counts as stable', () => {
    const twice = lost(lost(noHistory, dropped, 1, 10), dropped, 2, 10);
    expect(twice.failures).toBe(2);

    expect(lost(opened(twice, 100), dropped, 109, 10).failures).toBe(3);
    expect(lost(opened(twice, 100), dropped, 110, 10).failures).toBe(1);
  });

  it('forgets with the network what failed without it', () => {
    const before = lost(noHistory, dropped, 1, 10);
    const without = lost(lost(before, dropped, 2, 10, true), dropped, 3, 10, true);

    expect(without).toMatchObject({ failures: 3, offline: 2 });
    expect(lost(without, dropped, 4, 10)).toMatchObject({ failures: 2, offline: 0 });
    expect(lost(opened(without, 4), dropped, 5, 10).failures).toBe(2);
  });

  it('counts refusals in a row, from the first on; a loss of the link does not break the row, a login does', () => {
    const row = [refused, dropped, refused].reduce(
      (history, cause, index) => lost(history, cause, 100 + index, 10),
      noHistory,
    );

    expect(row.refusals).toEqual({ count: 2, since: 100 });
    expect(opened(row, 200).refusals.count).toBe(0);
  });

  it('does not count a login that the exchange has ended as a refusal', () => {
    expect(lost(noHistory, new AuthenticationFailed('ended'), 1, 10).refusals.count).toBe(0);
  });

  it('remembers that it has worked, and what ended it', () => {
    expect(noHistory.hasWorked).toBe(false);
    expect(lost(opened(noHistory, 1), dropped, 2, 10)).toMatchObject({ hasWorked: true, cause: dropped });
  });
});
