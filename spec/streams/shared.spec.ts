import { inner } from '../../src/connection/inner.ts';
import { createShared } from '../../src/streams/shared.ts';
import type { Trouble } from '../../src/streams/trouble.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { lineOf } from '../support/shared.ts';

describe('createShared', () => {
  it.each([
    [2, ['a', 'b']],
    [0, ['a']],
    [-1, ['a']],
    [NaN, ['a']],
    [2n as unknown as number, ['a']],
    [Symbol('two') as unknown as number, ['a']],
  ])('has %p streams begun at a time, or one where none would ever be', (inFlight, first) => {
    const client = connect(scriptedExchange(), { restore: { inFlight } });
    const { turns } = createShared(
      client[inner],
      () => undefined,
      () => undefined,
    );
    const begun: string[] = [];
    for (const key of ['a', 'b', 'c'])
      turns.turn$({ key, importance: 'market' }).subscribe(() => begun.push(key));
    expect(begun).toEqual(first);
    client.close();
  });

  it('hands itself on with each trouble', () => {
    const client = connect(scriptedExchange());
    const told: unknown[] = [];
    const shared = createShared(
      client[inner],
      (...args) => told.push(args),
      () => undefined,
    );
    const line = lineOf(shared, { Id: 1 });
    const trouble = { _tag: 'Broken' } as Trouble;
    shared.onTrouble(line, trouble);
    expect(told).toEqual([[shared, line, trouble]]);
    client.close();
  });
});
