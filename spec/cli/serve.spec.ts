import { join } from 'node:path';
import { runInProcess } from '../support/terminal.ts';

const noPem = join(__dirname, '../../package.json');

describe('serve', () => {
  const whole = 'is invalid. It should be a whole number';
  it.each([
    ['a port that is none', ['--port', 'x'], `'--port <n>' argument 'x' ${whole} from 0 to 65535.`],
    ['a port beyond the last', ['--port', '65536'], `argument '65536' ${whole} from 0 to 65535.`],
    ['a negative port', ['--port', '-1'], `argument '-1' ${whole} from 0 to 65535.`],
    ['a negative number', ['--latency=-5'], `argument '-5' ${whole} from 0 to 500000000.`],
    ['no number', ['--seed='], `'--seed <n>' argument '' ${whole}.`],
    ['a crowd that never rests', ['--crowd', '0'], `argument '0' ${whole} from 1 to 500000000.`],
    [
      'a profile that is none',
      ['--profile', 'bitaza'],
      'choices are notbank, bitazza, ndax, foxbit, adversarial.',
    ],
    ['an option nearly right', ['--prot', '1'], "unknown option '--prot'\n(Did you mean --port?)"],
    ['an option without its value', ['--port'], "option '--port <n>' argument missing"],
    ['an argument too many', ['now'], "too many arguments for 'serve'"],
    ['an option of the exchange nearly right', ['--set', 'rowz=array'], 'exchange rowz. Did you mean rows?'],
    [
      'a wrong value of one',
      ['--set', 'rows=list'],
      '--set rows takes array, object; "list" is not among them.',
    ],
    ['users that are not there', ['--users', '/nowhere/users'], '/nowhere/users: there is no such file.'],
    ['users in a folder', ['--users', __dirname], `${__dirname}: that is a folder.`],
    ['a script that is not there', ['--faults', '/nowhere/f'], '/nowhere/f: there is no such file.'],
    ['half of TLS', ['--cert', noPem], 'TLS needs both --key and --cert.'],
  ])(
    'says that the command line cannot be carried out at %s, and serves nothing',
    async (_, args, message) => {
      const { ending, said, logged } = await runInProcess(['serve', ...args]);

      expect({ ending, said }).toEqual({ ending: 2, said: '' });
      expect(logged).toContain(message);
    },
  );

  it.each([
    ['a key that is none', ['--cert', noPem, '--key', noPem], 'The key or the certificate cannot be used: '],
    [
      'an address of elsewhere',
      ['--host', '203.0.113.1'],
      'This machine has no address 203.0.113.1 to listen at.',
    ],
  ])('fails in one line at %s', async (_, args, message) => {
    const { ending, said, logged } = await runInProcess(['serve', ...args]);

    expect({ ending, said }).toEqual({ ending: 1, said: '' });
    expect(logged).toContain(message);
    expect(logged).not.toContain('\n');
  });

  it('tells people where it is, who may log in, and what will go wrong', async () => {
    const { ending, said, logged } = await runInProcess([
      ...['serve', '--profile', 'ndax', '--faults', '3', '--crowd', 'off'],
    ]);

    expect([ending, logged]).toEqual(['SIGINT', '']);
    expect(said).toMatch(/^A simulated exchange listens at ws:\/\/127\.0\.0\.1:\d+\/wsgateway\n/);
    expect(said).toContain('\nuser 65, partner: account 8 and 9, Trading\n');
    expect(said).toContain('\n  password password-of-partner, second factor 246810\n');
    expect(said).toMatch(/\nfaults, from the first connection on, within 30000 ms:\n {2}{"after":\d+,/);
  });

  it('tells programs the same in one line, and no password', async () => {
    const { said } = await runInProcess(['serve', '--json']);

    expect(said).not.toContain('\n');
    expect(said).not.toContain('password');
    expect(Object.keys(JSON.parse(said) as object)).toEqual(['url', 'users', 'instruments']);
  });
});
