import { createOneByOne } from '../../src/orders/oneByOne.ts';

describe('one by one', () => {
  it('does what is handed in meanwhile afterwards, in the same call', () => {
    const inTurn = createOneByOne();
    const log: string[] = [];
    inTurn(() => {
      inTurn(() => {
        log.push('second');
        inTurn(() => log.push('third'));
      });
      log.push('first');
    });
    expect(log).toEqual(['first', 'second', 'third']);
  });

  it('goes on with the next call after a piece of work has thrown', () => {
    const inTurn = createOneByOne();
    const log: string[] = [];
    expect(() =>
      inTurn(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    inTurn(() => log.push('done'));
    expect(log).toEqual(['done']);
  });
});
