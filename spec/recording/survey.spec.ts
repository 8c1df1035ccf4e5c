import { surveyOf } from '../../src/recording/survey.ts';

const out = (t: number, s: number, i: number, name: string, o = '{}', m = 0): string =>
  JSON.stringify({ t, s, dir: 'out', text: JSON.stringify({ m, i, n: name, o }) });

describe('surveyOf', () => {
  it('knows what is asked on each socket, in order, but for pings', () => {
    const survey = surveyOf([
      '{"v":1,"t":5,"dir":"meta"}',
      '{"t":6,"s":1,"dir":"open","url":"u"}',
      out(7, 1, 2, 'GetInstruments'),
      out(8, 1, 4, 'Ping'),
      out(9, 1, 6, 'SubscribeLevel2', '{"InstrumentId":1}'),
      out(10, 1, 8, 'GetInstruments'),
      out(11, 2, 2, 'GetProducts'),
      '{"t":12,"s":2,"dir":"out","text":"no frame"}',
      '{"t":13,"s":1,"dir":"in","text":"{}"}',
    ]);
    const [one, two] = [...survey.sockets.values()];
    expect([...(one?.byKey.keys() ?? [])]).toEqual([
      'getinstruments {}',
      'subscribelevel2 {"InstrumentId":1}',
    ]);
    expect(one?.byKey.get('getinstruments {}')?.map(({ sequence, at }) => [sequence, at])).toEqual([
      [2, 7],
      [8, 10],
    ]);
    expect([...(one?.bySequence.values() ?? [])].map(({ beginsStream }) => beginsStream)).toEqual([
      false,
      true,
      false,
    ]);
    expect(one).toMatchObject({ url: 'u', firstAt: 6, lastAt: 13 });
    expect(two).toMatchObject({ url: undefined, firstAt: 11, lastAt: 12 });
    expect(survey).toMatchObject({ from: 5, to: 13, lastLine: 9, warnings: [] });
  });

  it('is of nothing where there is nothing', () => {
    expect(surveyOf([])).toMatchObject({ from: 0, to: 0, lastLine: 0 });
  });
});
