import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usersFrom } from '../../src/cli/usersFrom.ts';

const user = (n: number) => ({
  ...{ userId: n, userName: `user ${n}`, password: 'p', apiKey: `key ${n}`, secret: 's', accounts: [n] },
});

describe('usersFrom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'users-'));
  const file = join(folder, 'users.json');
  const read = (users: unknown) => {
    writeFileSync(file, JSON.stringify(users));
    return usersFrom(file);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lets those trade who are given no permissions', () => {
    expect(read([user(1), { ...user(2), permissions: [] }])).toEqual([
      { ...user(1), permissions: ['Trading'] },
      { ...user(2), permissions: [] },
    ]);
  });

  it.each([
    ['nobody', [], 'there is no user in the list.'],
    ['one number twice', [user(1), { ...user(2), userId: 1 }], '1.userId is that of 0, and each user needs'],
    ['one name twice', [user(1), user(2), { ...user(3), userName: 'user 2' }], '2.userName is that of 1,'],
    ['one key twice', [user(1), { ...user(2), apiKey: 'key 1' }], '1.apiKey is that of 0,'],
    ['no list', {}, 'the file should be a list of users but is an object.'],
    ['a user without a number', [{ ...user(1), userId: '1' }], '0.userId should be number but is "1".'],
  ])('refuses %s, with the file and the place', (_, users, words) => {
    expect(() => read(users)).toThrow(`${file}: ${words}`);
  });
});
