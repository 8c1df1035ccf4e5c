import { join } from 'node:path';
import { serveCommand } from '../../src/cli/serve.ts';
import { createTerminal } from '../support/terminal.ts';

const noPem = join(__dirname, '../../package.json');

describe('serve', () => {
  it.each([
    ['a port that is none', ['--port', 'x'], '--port takes a whole number from 0 to 65535, not x.'],
    [
      'a port beyond the last',
      ['--port', '65536'],
      '--port takes a whole number from 0 to 65535, not 65536.',
    ],
    ['a negative number', ['--latency=-5'], '--latency takes a whole number from 0 to 500000000, not -5.'],
    ['no number', ['--seed='], '--seed takes a whole number, not nothing.'],
    [
      'a crowd that never rests',
      ['--crowd', '0'],
      '--crowd takes a whole number from 1 to 500000000, not 0.',
    ],
    ['a profile nearly right', ['--profile', 'bitaza'], 'There is no profile bitaza. Did you mean bitazza?'],
    [
      'a profile that is nothing',
      ['--profile', 'xyz'],
      'There is no profile xyz. There are notbank, bitazza, ndax, foxbit, adversarial.',
    ],
    ['an option nearly right', ['--prot', '1'], 'There is no option --prot. Did you mean --port?'],
    ['an option without its value', ['--port'], "Option '--port <value>' argument missing"],
    [
      'an argument too many',
      ['now'],
      "Unexpected argument 'now'. This command does not take positional arguments",
    ],
    [
      'an option of the exchange nearly right',
      ['--set', 'rowz=array'],
      'There is no option of the exchange rowz. Did you mean rows?',
    ],
    [
      'a wrong value of one',
      ['--set', 'rows=list'],
      '--set rows takes array, object; "list" is not among them.',
    ],
    ['users that are not there', ['--users', '/nowhere/users'], '/nowhere/users: there is no such file.'],
    ['a script that is not there', ['--faults', '/nowhere/f'], '/nowhere/f: there is no such file.'],
    ['half of TLS', ['--cert', noPem], 'TLS needs both --key and --cert.'],
    ['a key that is none', ['--cert', noPem, '--key', noPem], 'The key or the certificate cannot be used: '],
    [
      'an address of elsewhere',
      ['--host', '203.0.113.1'],
      'This machine has no address 203.0.113.1 to listen at.',
    ],
  ])('fails in one line at %s, and serves nothing', async (_, args, message) => {
    const { terminal, said } = createTerminal();
    const failure = serveCommand.run(args, terminal);

    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.not.toThrow(/\n/);
    expect(said).toEqual([]);
  });

  it('tells people where it is, who may log in, and what will go wrong', async () => {
    const { terminal, said, logged } = createTerminal();
    const code = await serveCommand.run(['--profile', 'ndax', '--faults', '3', '--crowd', 'off'], terminal);

    expect([code, logged]).toEqual([0, []]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^A simulated exchange listens at ws:\/\/127\.0\.0\.1:\d+\/wsgateway\n/);
    expect(said[0]).toContain('\nuser 65, partner: account 8 and 9, Trading\n');
    expect(said[0]).toContain('\n  password password-of-partner, second factor 246810\n');
    expect(said[0]).toMatch(/\nfaults, from the first connection on, within 30000 ms:\n {2}{"after":\d+,/);
  });

  it('tells programs the same in one line, and no password', async () => {
    const { terminal, said } = createTerminal();
    await serveCommand.run(['--json'], terminal);

    expect(said.join()).not.toContain('\n');
    expect(said.join()).not.toContain('password');
    expect(Object.keys(JSON.parse(said.join()) as object)).toEqual(['url', 'users', 'instruments']);
  });
});
