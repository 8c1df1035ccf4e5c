import { stepsOf } from '../../src/recording/steps.ts';
import type { ReplayWarning } from '../../src/recording/warning.ts';

const read = (...lines: readonly string[]) => {
  const warnings: ReplayWarning[] = [];
  const steps = [...stepsOf(lines, (warning) => warnings.push(warning))];
  return {
    steps,
    warnings,
    tags: steps.map((step) => `${step._tag}${'socket' in step ? step.socket : ''}@${step.t}`),
  };
};
const open = '{"t":1,"s":1,"dir":"open","url":"u"}';

describe('the steps of a recording', () => {
  it('are what happens on each socket, numbered through', () => {
    const { tags, steps, warnings } = read(
      '{"v":1,"t":0,"dir":"meta"}',
      open,
      '{"t":2,"s":1,"dir":"out","text":"a"}',
      '{"t":3,"s":2,"dir":"open","url":"v"}',
      '',
      '{"t":4,"s":1,"dir":"in","text":"b"}',
      '{"t":5,"dir":"mark","name":"m"}',
      '{"t":6,"s":1,"dir":"close","code":1006}',
      '{"t":7,"s":3,"dir":"close","why":"refused"}',
      '{"t":8,"s":4,"dir":"close","ours":true}',
      '{"t":9,"dir":"not yet known"}',
    );
    expect(tags).toEqual([
      'Note@0',
      'Open1@1',
      'Out1@2',
      'Open2@3',
      'In1@4',
      'Note@5',
      'Close1@6',
      'Refused3@7',
      'Note@8',
    ]);
    expect(steps[4]).toMatchObject({ line: 6, text: 'b' });
    expect(warnings).toEqual([]);
  });

  it('never go back in time', () => {
    expect(read(open, '{"t":0,"dir":"mark","name":"m"}').tags).toEqual(['Open1@1', 'Note@1']);
  });

  it('open a socket whose opening is in a part that is not there', () => {
    expect(read('{"t":2,"s":7,"dir":"in","text":"a"}', '{"t":3,"s":7,"dir":"in","text":"b"}').tags).toEqual([
      ...['Open1@2', 'In1@2', 'In1@3'],
    ]);
  });

  it('end what was open where a new process goes on, whose numbers begin anew', () => {
    expect(read(open, '{"v":1,"t":5,"dir":"meta"}', '{"t":6,"s":1,"dir":"open","url":"u"}').tags).toEqual([
      ...['Open1@1', 'Close1@5', 'Note@5', 'Open2@6'],
    ]);
  });

  it('leave out broken lines, and say where', () => {
    const { tags, warnings } = read('{"t":0,"di', 'x', open, '{"t"', '{"t":2,"dir":"mark","name":"m"}');
    expect(tags).toEqual(['Open1@1', 'Note@2']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Lines 1 to 2 could not be read and were passed over.',
      'Line 4 could not be read and was passed over.',
    ]);
  });

  it('say that the last line was cut off', () => {
    const { tags, warnings } = read(open, '{"t":2,"s":1,"dir":"in","te');
    expect(tags).toEqual(['Open1@1']);
    expect(warnings).toMatchObject([
      {
        _tag: 'Unreadable',
        line: 2,
        lines: 1,
        message: 'The recording ends in the middle of line 2: everything before it is replayed.',
      },
    ]);
  });

  it('say where the recording lacks lines, and take a mark of that name by somebody else for a mark', () => {
    const { warnings } = read(
      '{"t":1,"dir":"mark","name":"lost","note":{"lines":3}}',
      '{"t":1,"dir":"mark","name":"lost"}',
      '{"t":1,"dir":"mark","name":"lost","note":"my keys"}',
    );
    expect(warnings).toMatchObject([{ _tag: 'LinesLost', line: 1, lines: 3 }]);
  });

  it('are none in what is no recording', () => {
    expect(read('').tags).toEqual([]);
    expect(read('\u0000\u0001', 'text').warnings).toMatchObject([{ line: 1, lines: 2 }]);
  });
});
