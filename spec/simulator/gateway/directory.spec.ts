import { createDirectory } from '../../../src/simulator/gateway/directory.ts';
import { demoUsers } from '../../../src/simulator/index.ts';
import { timer } from 'rxjs';
import { marbles } from '../../support/marbles.ts';

const [user] = demoUsers;
const directoryOfTokens = () => {
  let count = 0;
  return createDirectory(demoUsers, 5, () => `token ${(count += 1)}`);
};

describe('the logins that an exchange has given out', () => {
  it('hold for an hour after their last use, whichever was given first', () => {
    marbles(({ flush }) => {
      const directory = directoryOfTokens();
      const [first, second] = [directory.open(user), directory.open(user)];
      const held: unknown[] = [];
      timer(1_800_000).subscribe(() => directory.resume(first));
      timer(3_600_000).subscribe(() => {
        directory.open(user);
        held.push(...[first, second].map((token) => directory.peek(token) === user));
      });
      flush();
      expect(held).toEqual([true, false]);
    });
  });

  it('are the last 100 of those that no connection uses, and all that one does', () => {
    const directory = directoryOfTokens();
    const [shared, used] = [directory.open(user), directory.open(user)];
    [shared, shared, used].forEach(directory.hold);
    directory.letGo(shared);
    const left = Array.from({ length: 150 }, () => {
      const token = directory.open(user);
      directory.hold(token);
      directory.letGo(token);
      return token;
    });
    const holds = (token: string): boolean => directory.peek(token) !== undefined;

    expect(left.map(holds)).toEqual(left.map((_token, index) => index >= 50));
    expect([shared, used].map(holds)).toEqual([true, true]);
  });

  it('hold again where a connection goes on with them', () => {
    const directory = directoryOfTokens();
    const token = directory.open(user);
    directory.hold(token);
    directory.letGo(token);
    directory.hold(token);
    for (let n = 0; n < 150; n += 1) {
      const other = directory.open(user);
      directory.hold(other);
      directory.letGo(other);
    }
    expect(directory.peek(token)).toBe(user);
  });
});
