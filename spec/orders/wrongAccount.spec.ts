import { aBoolean, aNumber } from '../../src/misfits.ts';
import { wrongAccount } from '../../src/orders/wrongAccount.ts';

describe('wrongAccount', () => {
  const shapes = { audit: aBoolean, since: aNumber };
  const goesBy = ['since'];

  it('is nothing where the arguments are right', () => {
    expect(wrongAccount({ AccountId: 7 }, { audit: true }, shapes, goesBy)).toBeUndefined();
    expect(wrongAccount({ AccountId: 7, audit: 1 }, {}, shapes, goesBy)).toBeUndefined();
  });

  it('passes over what stands beside the account and does nothing there, or is among the options as well', () => {
    const terms = { AccountId: 7, InstrumentId: 1, audit: 1, since: 5 };
    expect(wrongAccount(terms, { since: 5 }, shapes, goesBy)).toBeUndefined();
    expect(wrongAccount(terms, undefined, shapes, [])).toBeUndefined();
  });

  it.each([
    [undefined, {}, 'the second argument should be an object with the AccountId but is undefined'],
    [7, {}, 'the second argument should be an object with the AccountId but is number'],
    [{ AccountId: 7 }, { audit: 1 }, 'audit should be a boolean but is 1'],
    [
      { AccountId: 7, since: 5 },
      { audit: true },
      'since should be among the options, the third argument, but is beside the account',
    ],
  ])('names what is wrong: %j, %j', (of, options, said) => {
    expect(wrongAccount(of, options, shapes, goesBy)?.message).toContain(said);
  });
});
