import { accountShapes } from '../../src/orders/engineOf.ts';
import { wrongCancelAll } from '../../src/orders/cancelAllRequest.ts';

const wrong = (request: object, options = {}) =>
  wrongCancelAll({ AccountId: 7, scope: 'mine', ...request }, options, accountShapes)?.message;

describe('wrongCancelAll', () => {
  it('takes both scopes, and every tag that an id may have', () => {
    expect([
      wrong({}),
      wrong({ scope: 'account' }),
      wrong({}, { idTag: 0 }),
      wrong({}, { idTag: 7 }),
    ]).toEqual(Array.from({ length: 4 }));
  });

  it.each([
    ['a scope that is left out', { scope: undefined }, {}, /scope should be 'mine' or 'account'/],
    ['a scope that is none', { scope: 'all' }, {}, /scope should be 'mine' or 'account'/],
    ['an account that is none', { AccountId: undefined }, {}, /AccountId/],
    ['an instrument that is none', { InstrumentId: '1' }, {}, /InstrumentId should be an integer but is "1"/],
    ['a misspelt instrument', { instrumentId: 1 }, {}, /instrumentId should be left out/],
    ['a tag that no id has', {}, { idTag: 8 }, /idTag should be an integer from 0 to 7/],
    ['a tag that is no number', {}, { idTag: NaN }, /idTag should be an integer from 0 to 7/],
    [
      'an option that there is none of',
      {},
      { tag: 1 },
      /tag should be left out, as the options are audit, idTag,/,
    ],
  ])('says what is wrong with %s', (_what, request, options, said) => {
    expect(wrong(request, options)).toMatch(said);
  });
});
