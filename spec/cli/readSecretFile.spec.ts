import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecretFile } from '../../src/cli/readSecretFile.ts';
import { runInProcess } from '../support/terminal.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notbank-rx-'));
  file = join(folder, 'login');
  writeFileSync(file, 'NOTBANK_SECRET=EXAMPLE-SECRET-NOT-REAL');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('readSecretFile', () => {
  it.each([0o600, 0o400])('reads a file of mode %o', (mode) => {
    chmodSync(file, mode);
    expect(readSecretFile(file)).toBe('NOTBANK_SECRET=EXAMPLE-SECRET-NOT-REAL');
  });

  it.each([
    [0o644, '644'],
    [0o640, '640'],
    [0o604, '604'],
    [0o620, '620'],
    [0o601, '601'],
  ])('refuses a file of mode %o, says what to do, and nothing of what is in it', (mode, written) => {
    chmodSync(file, mode);
    expect(() => readSecretFile(file)).toThrow(
      `${file} holds a secret and others may use it (mode ${written}). Make it yours alone, then try again: chmod 600 ${file}`,
    );
  });

  it.each([
    ['a file that is not there', '/nowhere/login', '/nowhere/login: there is no such file.'],
    ['a folder', __dirname, ''],
  ])('refuses %s', (_, path, message) => {
    expect(() => readSecretFile(path)).toThrow(message);
  });
});

describe('--credentials', () => {
  const args = () => ['call', 'GetUserAccounts', '{}', '--url', 'ws://127.0.0.1:1', '--credentials', file];

  it.each([
    ['a file that others may read', 0o644, 'NOTBANK_USER_ID=64', 'and others may use it (mode 644)'],
    [
      'a file without a login',
      0o600,
      '# nothing',
      'login has none of them. Write each as a line, such as NOTBANK_USER_ID=64.',
    ],
    ['a login in part', 0o600, 'NOTBANK_USER_ID=64\nNOTBANK_SECRET=s', 'login has no NOTBANK_API_KEY.'],
    [
      'a user that is no number',
      0o600,
      'NOTBANK_USER_ID=trader\nNOTBANK_SECRET=s\nNOTBANK_API_KEY=k',
      'login should be the number of a user.',
    ],
  ])('is a command line that cannot be carried out with %s', async (_, mode, text, message) => {
    chmodSync(file, 0o600);
    writeFileSync(file, text);
    chmodSync(file, mode);
    const { ending, said, logged } = await runInProcess(args());
    expect({ ending, said }).toEqual({ ending: 2, said: '' });
    expect(logged).toContain(message);
    expect(logged).not.toContain('\n');
  });

  it('counts before the environment, and is found there as well', async () => {
    chmodSync(file, 0o600);
    writeFileSync(file, 'NOTBANK_USER_ID=64');
    const { logged } = await runInProcess(args().slice(0, -2), { NOTBANK_CREDENTIALS: file });
    expect(logged).not.toContain('has no');
    const asked = await runInProcess(args(), { NOTBANK_SECRET: 's' });
    expect(asked.logged).toContain('login has no NOTBANK_API_KEY and no NOTBANK_SECRET.');
  });
});
