import { warningLines } from '../../../src/cli/replay/warningLines.ts';

const warning = (message: string) => ({ _tag: 'NotRecorded', call: 'Ping', at: 0, message }) as const;

describe('warningLines', () => {
  it('tells each kind once, and how often where that is more', () => {
    expect(warningLines([warning('a'), warning('b'), warning('a')])).toEqual(['a (2 times)', 'b']);
  });

  it('tells ten, and how many more there are', () => {
    const lines = warningLines(Array.from({ length: 13 }, (_, at) => warning(String(at))));
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('and 3 warnings more');
  });
});
