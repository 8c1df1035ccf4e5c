import {
  type Condition,
  createExchange,
  type Exchange,
  faultKinds,
  type FaultScript,
  faultScript,
  type FaultScriptOptions,
  type Incident,
} from '../../../../src/simulator/index.ts';

/** As from plain JavaScript. */
const begun = (fault: unknown) => (exchange: Exchange) => exchange.begin(fault as Condition);
const happened = (fault: unknown) => (exchange: Exchange) => exchange.happen(fault as Incident);
const played = (script: unknown) => (exchange: Exchange) => exchange.play(script as FaultScript);

describe('a fault that cannot be meant', () => {
  it.each([
    [begun({ does: 'mut' }), 'does should be mute but is "mut"'],
    [begun({ does: 'zzzzzz' }), 'does should be one of refuse, mute, withhold, '],
    [begun({ does: 'drop' }), 'does should be one that lasts, as this one happens once, but is "drop"'],
    [begun({ does: 'late' }), 'by should be a finite number of milliseconds from 0 on but is undefined'],
    [begun({ does: 'late', by: NaN }), 'by should be a finite number of milliseconds from 0 on but is NaN'],
    [begun({ does: 'mute', lasts: 5 }), 'lasts should be left out, as there is no such field, but is 5'],
    [begun(undefined), 'the value should be a fault that lasts but is undefined'],
    [happened({ does: 'dorp' }), 'does should be drop but is "dorp"'],
    [happened({ does: 'mute' }), 'does should be one that happens once, as this one lasts, but is "mute"'],
    [happened({ does: 'toString' }), 'does should be one of drop, logOut, secondLogin, '],
    [happened({ does: 'unknownEvent' }), 'name should be string but is undefined'],
    [happened('drop'), 'the value should be a fault that happens once but is '],
    [played({ lasts: 5 }), 'faults should be a list of faults but is undefined'],
    [played({ lasts: 5, faults: [{ does: 'mute' }] }), 'faults.0.lasts should be a finite number of '],
    [
      played({ lasts: Infinity, faults: [] }),
      'lasts should be a finite number of milliseconds from 0 on but',
    ],
    [played([]), 'the value should be an object but is an array of 0'],
  ])('is refused, with what can be (%#)', (act, message) => {
    const exchange = createExchange();
    expect(() => act(exchange)).toThrow(RangeError);
    expect(() => act(exchange)).toThrow(new RegExp(`^This (fault|script) cannot be meant: `));
    expect(() => act(exchange)).toThrow(message);
    exchange.close();
  });

  it('leaves the exchange as it was', () => {
    const exchange = createExchange();
    expect(() => begun({ does: 'refuse', forever: true })(exchange)).toThrow(RangeError);
    expect(exchange.admit()).toBe(true);
    exchange.close();
  });

  it('is told from those that can: every kind is taken', () => {
    const exchange = createExchange();
    for (let seed = 0; seed < 50; seed++) {
      expect(() => exchange.play(faultScript(seed, { kinds: 'all' })).unsubscribe()).not.toThrow();
    }
    exchange.close();
  });
});

describe('refuse and withhold', () => {
  it('refuse a count and a name that are none', () => {
    const exchange = createExchange();
    expect(() => exchange.refuse(NaN)).toThrow(
      'The options of refuse cannot be meant: count should be a number',
    );
    expect(() => exchange.withhold(5 as unknown as string)).toThrow('name should be a text but is 5');
    expect(exchange.admit()).toBe(true);
    exchange.close();
  });
});

describe('the options of a random script', () => {
  const scripted = (options: unknown) => () => faultScript(1, options as FaultScriptOptions);

  it.each([
    [{ kind: 'all' }, 'kind should be left out, or spelt kinds, but is a string'],
    [{ kinds: 'every' }, "kinds should be 'wire', 'all' or a list of kinds of faults ("],
    [{ kinds: ['mut'] }, "kinds should be 'wire', 'all' or a list of kinds of faults ("],
    [{ lasts: NaN }, 'lasts should be a finite number from 1 on but is NaN'],
    [{ most: 0 }, 'most should be a finite number from 1 on but is 0'],
    [{ most: Infinity }, 'most should be a finite number from 1 on but is Infinity'],
    [{ largest: -1 }, 'largest should be a finite number from 1 on but is -1'],
    [{ userIds: 64 }, 'userIds should be a list of numbers but is 64'],
    [null, 'the value should be an object of options but is null'],
  ])('are refused by name where they cannot be meant: %j', (options, message) => {
    expect(scripted(options)).toThrow(RangeError);
    expect(scripted(options)).toThrow(`The options of faultScript cannot be meant: ${message}`);
  });

  it('are taken where they can be meant, and a seed that is none is not', () => {
    expect(scripted({ lasts: 1.5, most: 1, userIds: [], largest: 1, kinds: faultKinds })).not.toThrow();
    expect(scripted({ kinds: [], lasts: undefined })).not.toThrow();
    expect(() => faultScript(NaN)).toThrow(
      'The seed of faultScript cannot be meant: seed should be a finite number',
    );
  });
});
