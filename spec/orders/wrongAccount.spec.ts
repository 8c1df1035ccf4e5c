import { aBoolean } from '../../src/misfits.ts';
import { wrongAccount } from '../../src/orders/wrongAccount.ts';

describe('wrongAccount', () => {
  const shapes = { audit: aBoolean };

  it('is nothing where the arguments are right', () => {
    expect(wrongAccount({ AccountId: 7 }, { audit: true }, shapes)).toBeUndefined();
    expect(wrongAccount({ AccountId: 7, audit: 1 }, {}, shapes)).toBeUndefined();
  });

  it.each([
    [undefined, {}, 'the second argument should be an object with the AccountId but is undefined'],
    [7, {}, 'the second argument should be an object with the AccountId but is number'],
    [{ AccountId: 7 }, { audit: 1 }, 'audit should be a boolean but is 1'],
  ])('names what is wrong: %j, %j', (of, options, said) => {
    expect(wrongAccount(of, options, shapes)?.message).toContain(said);
  });
});
