import { inTurn } from '../../src/socket/inTurn.ts';

describe('inTurn', () => {
  it('handles what comes meanwhile after what it is at, in order', () => {
    const handled: string[] = [];
    const handle = inTurn((item: string) => {
      if (item === 'first') {
        handle('second');
        handle('third');
      }
      handled.push(item);
    });

    handle('first');
    handle('fourth');

    expect(handled).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('goes on with the next after one that throws', () => {
    const handled: string[] = [];
    const handle = inTurn((item: string) => {
      if (item === 'bad') throw new Error('a bug');
      handled.push(item);
    });

    expect(() => handle('bad')).toThrow('a bug');
    handle('good');

    expect(handled).toEqual(['good']);
  });
});
