import { createGroups } from '../../src/streams/groups.ts';
import { plainly } from '../../src/streams/reading.ts';
import { lineOf, openShared } from '../support/shared.ts';

describe('createGroups', () => {
  it('keeps a group until it ends, and says when', () => {
    const { client, shared } = openShared();
    let ended = 0;
    const groups = createGroups(shared, () => (ended += 1));
    expect(groups.isEmpty()).toBe(true);
    const group = groups.of('a');
    expect(groups.of('a')).toBe(group);
    groups.over(undefined);
    expect([groups.isEmpty(), ended]).toEqual([true, 1]);
    client.close();
  });

  it('marks the lines of all groups before any consumer is told', () => {
    const { client, shared } = openShared();
    const groups = createGroups(shared, () => undefined);
    const lines = ['a', 'b'].map((key, index) => {
      const group = groups.of(key);
      const line = group.lineOf(lineOf({ Id: index + 1 }).stream);
      group.notice$(line, plainly).subscribe(({ _tag }) => {
        if (_tag === 'Lost')
          seen.push(lines.map(({ readers }) => readers.get(plainly)?.folding.kept().status));
      });
      return line;
    });
    const seen: unknown[] = [];
    groups.lose();
    expect(seen).toEqual([
      ['restoring', 'restoring'],
      ['restoring', 'restoring'],
    ]);
    client.close();
  });
});
