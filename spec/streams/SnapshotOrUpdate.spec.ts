import { snapshot, snapshotOrUpdate, update } from '../../src/streams/SnapshotOrUpdate.ts';

describe('a message of a stream', () => {
  it('is a snapshot or an update', () => {
    expect(snapshot(1)).toEqual({ _tag: 'Snapshot', payload: 1 });
    expect(update(2)).toEqual({ _tag: 'Update', payload: 2 });
    expect(snapshotOrUpdate<number>()).toEqual({ snapshot, update });
  });
});
