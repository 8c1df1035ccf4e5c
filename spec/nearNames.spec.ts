import { nearNames } from '../src/nearNames.ts';

describe('nearNames', () => {
  const names = ['Ping', 'GetInstruments', 'GetInstrument', 'SubscribeLevel1', 'SubscribeLevel2'];

  it('finds what is a few letters off, the nearest first', () => {
    expect(nearNames('GetIntruments', names)).toEqual(['GetInstruments', 'GetInstrument']);
  });

  it('finds what contains the word, in whatever case, and three at most', () => {
    expect(nearNames('level', [...names, 'GetLevel1', 'Level1'])).toHaveLength(3);
    expect(nearNames('PING', names)).toEqual(['Ping']);
  });

  it('finds nothing where nothing is near', () => {
    expect(nearNames('Xyzzy', names)).toEqual([]);
  });
});
