import { createExchange, demoUsers, type ExchangeOptions, profiles } from '../../../src/simulator/index.ts';
import {
  defaultAccounts,
  defaultInstruments,
  defaultProducts,
} from '../../../src/simulator/market/catalogue.ts';

/** As from plain JavaScript. */
const made = (options: unknown) => () => createExchange(options as ExchangeOptions).close();

const [trader] = demoUsers;
const [instrument] = defaultInstruments;
const [account] = defaultAccounts;

describe('the options of an exchange', () => {
  it.each([
    [{}],
    [{ crowd: undefined, latency: undefined, nonsense: undefined }],
    [{ crowd: 250, latency: 2.5, seed: -1, startTime: 0 }],
    [{ crowd: 'off', limits: { backlog: Infinity, streams: 0 }, maxLoginAttempts: Infinity }],
    [{ rateLimit: 'none', resubscribable: [] }],
    [{ rateLimit: { requests: 1, within: 1_000, beyond: 'dropped' }, resubscribable: ['Level1', 'Account'] }],
    [
      {
        users: demoUsers,
        instruments: defaultInstruments,
        products: defaultProducts,
        accounts: defaultAccounts,
      },
    ],
    [{ products: createExchange().market.products(), prices: { 1: '100.5' }, crowdInstruments: [1] }],
    [{ faults: { lasts: 1, faults: [{ does: 'drop', after: 0.5 }] } }],
    ...Object.values(profiles).map((profile): [object] => [profile]),
  ])('are taken where they can be meant (%#)', (options) => {
    expect(made(options)).not.toThrow();
  });

  it.each([
    [{ crowds: 5 }, 'crowds should be left out, or spelt crowd or rows, but is 5'],
    [{ zzz: 'x' }, 'zzz should be left out, as there is no such option, but is a string'],
    [{ history: 5 }, 'history should be within the option limits, as { limits: { history } }, but is 5'],
    [{ crowd: NaN }, "crowd should be a finite number of milliseconds above 0, or 'off', but is NaN"],
    [{ crowd: -1 }, "crowd should be a finite number of milliseconds above 0, or 'off', but is -1"],
    [{ crowd: 0 }, "crowd should be a finite number of milliseconds above 0, or 'off', but is 0"],
    [{ crowd: 'on' }, "crowd should be a finite number of milliseconds above 0, or 'off', but is a string"],
    [{ latency: NaN }, 'latency should be a finite number of milliseconds from 0 on but is NaN'],
    [{ latency: -1 }, 'latency should be a finite number of milliseconds from 0 on but is -1'],
    [{ level1Interval: Infinity }, 'level1Interval should be a finite number of milliseconds from 0 on but'],
    [{ seed: NaN }, 'seed should be a finite number but is NaN'],
    [{ startTime: new Date() }, 'startTime should be a finite number but is an object'],
    [{ maxLoginAttempts: 0 }, 'maxLoginAttempts should be a number above 0 but is 0'],
    [{ refusals: 'replies' }, "refusals should be 'reply' or 'error' but is a string"],
    [{ strictKeys: 1 }, 'strictKeys should be true or false but is 1'],
    [{ barColumns: 8 }, 'barColumns should be 9 or 10 but is 8'],
    [{ events: 'even' }, "events should be 'countOn' or 'echo' or 'adversarial' or 'odd' but is a string"],
    [{ resubscribable: ['level1'] }, 'resubscribable should be a list of Level1, Level2, Trades, '],
    [{ rateLimit: 5 }, "rateLimit should be 'none' or an object of requests, within and beyond but is 5"],
    [{ rateLimit: { requests: 5, within: 1 } }, "rateLimit.beyond should be 'refused' or 'ignored' or"],
    [{ limits: { stream: 5 } }, 'limits.stream should be left out, or spelt streams, but is 5'],
    [{ limits: { streams: NaN } }, 'limits.streams should be a number from 0 on but is NaN'],
    [{ users: trader }, 'users should be a list of users but is an object'],
    [{ users: [{ ...trader, accounts: 7 }] }, 'users.0.accounts should be a list of whole numbers but is 7'],
    [{ users: [trader, { ...trader, permission: [] }] }, 'users.1.permission should be left out, as the'],
    [{ users: [{ ...trader, apiKey: undefined }] }, 'users.0.apiKey should be a text but is undefined'],
    [{ users: [7] }, 'users.0 should be an object of options but is 7'],
    [{ instruments: [{ ...instrument, MakerFees: '0' }] }, 'instruments.0.MakerFees should be left out'],
    [
      { instruments: [{ ...instrument, PriceIncrement: '0' }] },
      'instruments.0.PriceIncrement should be a decimal',
    ],
    [{ instruments: [{}] }, 'instruments.0.InstrumentId should be a whole number but is undefined'],
    [{ products: [{ ProductId: 1 }] }, 'products.0.Product should be a text but is undefined'],
    [{ accounts: [{ ...account, balances: { BTC: 'much' } }] }, 'accounts.0.balances should be an object of'],
    [
      { prices: { 1: 'high' } },
      "prices should be an object of decimal texts by instrument id, such as { 1: '100.5' },",
    ],
    [{ crowdInstruments: 1 }, 'crowdInstruments should be a list of whole numbers but is 1'],
    [{ faults: [] }, 'faults should be an object but is an array of 0'],
    [
      { faults: { lasts: 1, faults: [{ does: 'dorp' }] } },
      'faults.faults.0.does should be drip or drop but is',
    ],
    [null, 'the value should be an object of options but is null'],
  ])('are refused by name where they cannot be meant: %j', (options, message) => {
    expect(made(options)).toThrow(RangeError);
    expect(made(options)).toThrow(`The options of createExchange cannot be meant: ${message}`);
  });

  it('show nothing of a secret in the wrong place', () => {
    expect(made({ user: [trader], users: trader.secret })).toThrow(
      'users should be a list of users but is a string',
    );
    expect(made({ secret: trader.secret })).not.toThrow(trader.secret);
  });
});

describe('changeAccount of an exchange', () => {
  it('refuses a change that cannot be meant, and leaves the account as it was', () => {
    const { market } = createExchange();
    const before = market.accounts();
    const change = (to: unknown) => () => market.changeAccount(7, to as object);
    expect(change({ Frozn: true })).toThrow(
      'The options of changeAccount cannot be meant: Frozn should be left',
    );
    expect(change({ DailyNotionalLimit: 'none' })).toThrow(RangeError);
    expect(market.accounts()).toEqual(before);
    expect(change({ Frozen: true })).not.toThrow();
    expect(market.accounts()).not.toEqual(before);
  });
});
