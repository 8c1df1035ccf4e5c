import fc from 'fast-check';
import { type Frame, MessageType, readFrame, writeFrame } from '../../src/frame.ts';
import { createAnswers } from '../../src/recording/answers.ts';
import { createOwnIds } from '../../src/recording/ownIds.ts';
import { surveyOf } from '../../src/recording/survey.ts';

const request = (sequence: number, name: string, payload: unknown = {}): Frame => ({
  ...{ type: MessageType.Request, sequence, name, payload: JSON.stringify(payload) },
});
const answerTo = (sequence: number, name: string, payload: unknown): Frame => ({
  ...{ type: MessageType.Reply, sequence, name, payload: JSON.stringify(payload) },
});

interface Asking {
  readonly at: number;
  readonly frame: Frame;
}
const answersTo = (asks: readonly Asking[]) => {
  const lines = asks.map(({ at, frame }) =>
    JSON.stringify({ t: at, s: 1, dir: 'out', text: writeFrame(frame) }),
  );
  const [asked] = [...surveyOf(lines).sockets.values()];
  if (asked === undefined) throw new Error('nothing was asked');
  const answers = createAnswers(asked, createOwnIds());
  const answer = (frame: Frame, now = 0) => answers.answer(frame, writeFrame(frame), now);
  return { ...answers, answer };
};
const numberIn = (text: string | undefined): number | undefined => {
  const frame = readFrame(text ?? '');
  return frame._tag === 'Right' ? frame.right.sequence : undefined;
};

describe('createAnswers', () => {
  it('gives each request the answer of the recorded one, under its own number', () => {
    const { ask, answer } = answersTo([{ at: 0, frame: request(4, 'Own') }]);
    expect(ask(request(90, 'own'), 0)).toEqual({ _tag: 'Awaits' });
    expect(answer(answerTo(4, 'Own', { a: 1 }))).toBe('{"m":1,"i":90,"n":"Own","o":"{\\"a\\":1}"}');
  });

  it('keeps the text of a payload as it is, and takes a frame that is written unusually', () => {
    const { ask, answers } = (({ ask, ...answers }) => ({ ask, answers }))(
      answersTo([{ at: 0, frame: request(4, 'Own') }]),
    );
    ask(request(90, 'Own'), 0);
    const text = '{ "n": "Own", "i": 4, "m": 1, "o": "[1.10]" }';
    const frame = readFrame(text);
    if (frame._tag === 'Left') throw frame.left;
    expect(
      createAnswers({ byKey: new Map(), bySequence: new Map(), payloads: new Map() }, createOwnIds()).answer(
        frame.right,
        text,
        0,
      ),
    ).toBe(undefined);
    expect(answers.answer(frame.right)).toBe('{"m":1,"i":90,"n":"Own","o":"[1.10]"}');
  });

  it('never answers one request with the answer to another, in whatever order both come', () => {
    const indices = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(
        indices,
        indices,
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (asking, answering, early) => {
          const recorded = asking.map((id, index) => ({
            at: index,
            frame: request(2 * index + 2, 'Own', { id: id % 3 }),
          }));
          const { ask, answer } = answersTo(recorded);
          const said = new Map<number, unknown>();
          const note = (text: string | undefined): void => {
            const frame = readFrame(text ?? '');
            if (frame._tag === 'Right')
              said.set(frame.right.sequence, JSON.parse(String(frame.right.payload)));
          };
          const askAll = (isEarly: boolean): void =>
            asking.forEach((id, index) => {
              if (early[index] !== isEarly) return;
              const fate = ask(request(100 + index, 'Own', { id: id % 3 }), 0);
              if (fate._tag === 'Answered') note(fate.text);
            });
          askAll(true);
          for (const index of answering) {
            note(answer(answerTo(2 * index + 2, 'Own', { id: (asking[index] ?? 0) % 3 })));
          }
          askAll(false);
          expect(said).toEqual(new Map(asking.map((id, index) => [100 + index, { id: id % 3 }])));
        },
      ),
    );
  });

  it('hands on a second answer to the same request as the recording has it', () => {
    const { ask, answer } = answersTo([{ at: 0, frame: request(4, 'Own') }]);
    ask(request(90, 'Own'), 0);
    expect([1, 2].map(() => numberIn(answer(answerTo(4, 'Own', 1))))).toEqual([90, 90]);
  });

  it('leaves a request without an answer that had none', () => {
    const { ask } = answersTo([{ at: 0, frame: request(4, 'Own') }]);
    expect(ask(request(90, 'Own'), 4_000)._tag).toBe('Awaits');
    expect(ask(request(92, 'Own'), 4_000)).toMatchObject({
      _tag: 'NotRecorded',
      why: expect.any(String) as string,
    });
  });

  it('keeps back what nobody has asked, and what answers nothing that was asked in the recording', () => {
    const { answer } = answersTo([{ at: 0, frame: request(4, 'Own') }]);
    expect([answer(answerTo(4, 'Own', 1)), answer(answerTo(6, 'Own', 1))]).toEqual([undefined, undefined]);
  });

  it('says which answers begin a stream that was not asked for yet', () => {
    const { ask, isEarly } = answersTo([
      { at: 0, frame: request(2, 'SubscribeLevel1') },
      { at: 0, frame: request(4, 'Own') },
    ]);
    expect([2, 4, 6].map(isEarly)).toEqual([true, false, false]);
    ask(request(90, 'SubscribeLevel1'), 0);
    expect(isEarly(2)).toBe(false);
  });

  it('says of what is asked more often than recorded that it is', () => {
    const { ask } = answersTo([{ at: 0, frame: request(4, 'Own') }]);
    ask(request(6, 'Own'), 0);
    expect(ask(request(8, 'Own'), 0)).toMatchObject({
      _tag: 'NotRecorded',
      why: 'Own {}: the recording asks it once on this socket, and that is answered',
    });
  });

  it('refuses in a frame that says the function, and what the recording has instead', () => {
    const { ask } = answersTo(
      [1, 2, 3, 4, 5].map((id) => ({ at: 0, frame: request(2 * id, 'Own', { id }) })),
    );
    const fate = ask(request(90, 'Own', { id: 9, token: 'MARK' }), 0);
    expect(fate).toMatchObject({
      _tag: 'NotRecorded',
      why: 'Own {"id":9,"token":"***"}: the recording has Own only with {"id":1}, {"id":2}, {"id":3} and 2 more',
    });
    expect(fate._tag === 'NotRecorded' && numberIn(fate.text)).toBe(90);
  });
});
