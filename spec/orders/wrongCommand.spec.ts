import { CancelOrder } from '../../src/endpoints/trading/CancelOrder.ts';
import { aBoolean } from '../../src/misfits.ts';
import { wrongCommand } from '../../src/orders/wrongCommand.ts';

const wrong = (params: object, options: unknown) =>
  wrongCommand(CancelOrder, params as never, options, { audit: aBoolean });

describe('wrongCommand', () => {
  it('is nothing where parameters and options are right', () => {
    expect(wrong({ AccountId: 7, OrderId: 5 }, { audit: true })).toBeUndefined();
    expect(wrong({ AccountId: 7, OrderId: 5 }, undefined)).toBeUndefined();
  });

  it('tells of the parameters first, and else of the options, by the name of the command', () => {
    const paths = (params: object) => wrong(params, { audit: 1 })?.mismatches.map(({ path }) => path);
    expect(paths({ AccountId: 7, OrderId: 'five' })).toEqual(['OrderId']);
    expect(paths({ AccountId: 7, OrderId: 5 })).toEqual(['audit']);
    expect(wrong({ AccountId: 7, OrderId: 5 }, { audit: 1 })?.call).toBe('CancelOrder');
  });
});
