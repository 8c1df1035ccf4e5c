import fc from 'fast-check';
import { settings } from '../../src/cli/settings.ts';
import { settingLines, settingsFrom } from '../../src/cli/settingsFrom.ts';
import { defaultBehaviour } from '../../src/simulator/gateway/behaviour.ts';
import { defaultDialect } from '../../src/simulator/gateway/dialect/dialect.ts';
import { createExchange } from '../../src/simulator/index.ts';

const defaults: Readonly<Record<string, unknown>> = {
  ...defaultBehaviour,
  ...defaultDialect,
  events: 'countOn',
};
const listed = Object.entries(settings).flatMap(([name, setting]) =>
  'read' in setting
    ? []
    : Object.entries(setting).map(([text, value]) => [name, text, value as unknown] as const),
);

describe('settingsFrom', () => {
  it('knows every option that an exchange has a default for, and no other', () => {
    expect(Object.keys(settings).sort()).toEqual(Object.keys(defaults).sort());
    expect(settingLines()).toHaveLength(Object.keys(settings).length);
  });

  it.each(listed)('reads %s=%s, and an exchange takes it', (name, text, value) => {
    expect(settingsFrom([`${name}=${text}`])).toEqual({ [name]: value });
    createExchange(settingsFrom([`${name}=${text}`])).close();
  });

  it('has the default of every option among its values', () => {
    const texts = listed.map(([name, text]) => `${name}=${text}`);
    const scalars = Object.entries(defaults).filter(([name]) => listed.some(([other]) => other === name));
    expect(scalars.filter(([name, value]) => !texts.includes(`${name}=${String(value)}`))).toEqual([]);
  });

  it('reads what cannot be listed', () => {
    expect(
      settingsFrom([
        'resubscribable=Level1,Ticker',
        'logoutPayload={"why":"a=b"}',
        'rateLimit=5/1000/dropped',
      ]),
    ).toEqual({
      resubscribable: ['Level1', 'Ticker'],
      logoutPayload: '{"why":"a=b"}',
      rateLimit: { requests: 5, within: 1_000, beyond: 'dropped' },
    });
    expect(
      settingsFrom(['resubscribable=', 'logoutPayload=', 'rateLimit=none', 'level1Interval=250']),
    ).toEqual({
      level1Interval: 250,
      resubscribable: [],
      logoutPayload: '',
      rateLimit: 'none',
    });
  });

  it('lets the later of two count', () => {
    expect(settingsFrom(['barColumns=9', 'barColumns=10'])).toEqual({ barColumns: 10 });
  });

  it.each([
    ['numberZer=ignored', 'There is no option of the exchange numberZer. Did you mean numberZero?'],
    ['toString=x', 'There is no option of the exchange toString.'],
    ['numberZero', '--set numberZero takes answered, ignored; it was given none.'],
    ['numberZero=maybe', '--set numberZero takes answered, ignored; "maybe" is not among them.'],
    ['numberZero=toString', '--set numberZero takes answered, ignored; "toString" is not among them.'],
    ['resubscribable=Level3', '--set resubscribable takes nothing, or some of Level1,'],
    ['rateLimit=0/10/refused', '--set rateLimit takes none, or REQUESTS/MILLISECONDS/refused,'],
    [
      'level1Interval=-1',
      '--set level1Interval takes a whole number of milliseconds; "-1" is not among them.',
    ],
    ['', 'There is no option of the exchange .'],
  ])('refuses %s and says what could be meant', (pair, message) => {
    expect(() => settingsFrom([pair])).toThrow(message);
  });

  it('reads any text or refuses it in one line, and never lets another name through', () => {
    fc.assert(
      fc.property(fc.string(), (pair) => {
        try {
          expect(Object.keys(settings)).toContain(Object.keys(settingsFrom([pair]))[0]);
        } catch (error) {
          expect((error as Error).message).toMatch(/^There is no option of the exchange |^--set /);
        }
      }),
    );
  });
});
