import {
  above0,
  aFunction,
  allOf,
  aText,
  checkOptions,
  from0,
  listOf,
  misfits,
  needed,
  oneOf,
  optionsOf,
  wrongOptions,
} from '../src/misfits.ts';

const shapes = {
  url: aText,
  timeout: from0,
  interval: above0,
  transport: aFunction('a transport'),
  mode: oneOf('on', 'off'),
  pace: optionsOf({ perSecond: above0 }),
};

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe('misfits', () => {
  it('finds nothing wrong with options that fit, nor with those that are absent', () => {
    expect(misfits({}, shapes)).toEqual([]);
    expect(misfits({ url: undefined, nonsense: undefined }, shapes)).toEqual([]);
    expect(
      misfits({ url: 'x', timeout: 0, interval: Infinity, mode: 'on', pace: { perSecond: 1 } }, shapes),
    ).toEqual([]);
  });

  it.each([
    [
      { uri: 'x' },
      'uri',
      'left out, as the options are url, timeout, interval, transport, mode, pace,',
      'a string',
    ],
    [
      { toString: 'x' },
      'toString',
      'left out, as the options are url, timeout, interval, transport, mode, pace,',
      'a string',
    ],
    [{ url: 5 }, 'url', 'a text', '5'],
    [{ url: null }, 'url', 'a text', 'null'],
    [{ timeout: NaN }, 'timeout', 'a number from 0 on', 'NaN'],
    [{ timeout: '500' }, 'timeout', 'a number from 0 on', 'a string'],
    [{ interval: 0 }, 'interval', 'a number above 0', '0'],
    [{ transport: {} }, 'transport', 'a transport', 'an object'],
    [{ mode: 'Off' }, 'mode', "'on' or 'off'", 'a string'],
    [{ pace: 5 }, 'pace', 'an object of options', '5'],
    [{ pace: { perSecond: '5' } }, 'pace.perSecond', 'a number above 0', 'a string'],
    [{ pace: { perSec: 5 } }, 'pace.perSec', 'left out, as the options are perSecond,', '5'],
    [['a'], '', 'an object of options', 'an array'],
    ['hush', '', 'an object of options', 'a string'],
    [null, '', 'an object of options', 'null'],
    [
      { pace: { perSec: { deep: 5 } } },
      'pace.perSec',
      'left out, as the options are perSecond,',
      'an object',
    ],
    [
      {
        get timeout(): number {
          throw new Error('hush');
        },
      },
      '',
      'an object of options',
      'something that cannot be read',
    ],
    [revoked(), '', 'an object of options', 'something that cannot be read'],
  ])('names what does not fit, and shows no text of it (%#)', (options, path, expected, found) => {
    expect(misfits(options, shapes)).toEqual([{ path, expected, found }]);
  });
});

describe('misfits of what must be there, and of lists', () => {
  const users = {
    users: listOf({ id: needed(above0), names: allOf(aText, 'a list of texts') }, 'a list of users'),
  };

  it.each([
    [{ users: 5 }, 'users', 'a list of users', '5'],
    [{ users: [{ id: 1 }, {}] }, 'users.1.id', 'a number above 0', 'undefined'],
    [{ users: [{ id: undefined }] }, 'users.0.id', 'a number above 0', 'undefined'],
    [{ users: [{ id: 1, names: ['a', 5] }] }, 'users.0.names', 'a list of texts', 'an array'],
    [{ users: [5] }, 'users.0', 'an object of options', '5'],
  ])('have the place within the list (%#)', (options, path, expected, found) => {
    expect(misfits(options, users)).toEqual([{ path, expected, found }]);
  });

  it('are none where all is there', () => {
    expect(
      misfits(
        {
          users: [
            { id: 1, names: ['a'] },
            { id: 2, names: undefined },
          ],
        },
        users,
      ),
    ).toEqual([]);
    expect(misfits({}, users)).toEqual([]);
  });
});

describe('checkOptions', () => {
  it('throws where options cannot be meant, with all that is wrong', () => {
    expect(() => checkOptions('play', { timeout: 5 }, shapes)).not.toThrow();
    expect(() => checkOptions('play', { timeout: NaN, mode: 'of' }, shapes)).toThrow(
      new RangeError(
        "The options of play cannot be meant: timeout should be a number from 0 on but is NaN; mode should be 'on' or 'off' but is a string. Correct the call.",
      ),
    );
  });
});

describe('wrongOptions', () => {
  it('is nothing where there are no options, or they fit', () => {
    expect(wrongOptions('Ping', undefined, shapes)).toBeUndefined();
    expect(wrongOptions('Ping', { timeout: 5 }, shapes)).toBeUndefined();
  });

  it('is the error to tell, with the call and all that is wrong', () => {
    const wrong = wrongOptions('Ping', { timeout: -1, mode: 5 }, shapes);
    expect(wrong).toMatchObject({ _tag: 'InvalidRequest', call: 'Ping', sent: false });
    expect(wrong?.mismatches.map(({ path }) => path)).toEqual(['timeout', 'mode']);
  });
});
