import { Subject } from 'rxjs';
import type { ClientError } from '../../src/errors.ts';
import { type Frame, MessageType, writeFrame } from '../../src/frame.ts';
import { createChannels } from '../../src/socket/channels.ts';
import { dispatcher } from '../../src/socket/dispatch.ts';
import { createReplies } from '../../src/socket/replies.ts';

const open = () => {
  const frames = new Subject<Frame>();
  const replies = createReplies();
  const channels = createChannels();
  const errors: ClientError[] = [];
  const dispatch = dispatcher({ frames, replies, channels, report: (error) => errors.push(error) });
  return { frames, replies, channels, errors, dispatch };
};

const frame = (type: MessageType, sequence: number, name: string, payload = '{}'): Frame => ({
  type,
  sequence,
  name,
  payload,
});

describe('the dispatcher of a socket', () => {
  it('looks at the type first: an event settles no request, whatever its number', () => {
    const { replies, dispatch } = open();
    const told: unknown[] = [];
    const sequence = replies.next();
    replies.await(sequence, (reply) => told.push(reply));

    dispatch(writeFrame(frame(MessageType.Event, sequence, 'Ping')));
    dispatch(writeFrame(frame(MessageType.Error, sequence, 'Ping')));

    expect(told).toEqual([frame(MessageType.Error, sequence, 'Ping')]);
  });

  it.each([
    ['an event', '"m":3'],
    ['a reply', '"m":1'],
    ['a refusal', '"m":5'],
    ['a request', '"m":0'],
  ])('passes over %s of nobody whose payload is nested deeper than JSON can be written', (_what, type) => {
    const { errors, dispatch } = open();
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);

    dispatch(`{${type},"i":8,"n":"Deep","o":${deep}}`);
    dispatch(`{${type},"i":8,"n":"Deeper","o":{"result":false,"errormsg":${deep}}}`);

    expect(errors).toHaveLength(2);
    for (const { message } of errors) expect(message.length).toBeLessThan(400);
  });

  it('does not read the payload of an event that nobody wants: a broken one is told only while its name is new', () => {
    const { errors, dispatch } = open();
    const broken = '{"m":3,"i":2,"n":"Unheard","o":"{}';

    dispatch(broken);
    dispatch(writeFrame(frame(MessageType.Event, 2, 'Unheard')));
    dispatch(broken);

    expect(errors.map(({ message }) => message)).toEqual([
      `The message is no JSON object: ${broken}. The message was passed over.`,
      'An unexpected message: {"m":3,"i":2,"n":"Unheard","o":"{}"}. The message was passed over.',
    ]);
  });

  it('reads every event while the frames are watched, and those of a name that is wanted again', () => {
    const { frames, channels, dispatch } = open();
    const text = writeFrame(frame(MessageType.Event, 2, 'Unheard', '[1]'));
    dispatch(text);
    const seen: unknown[] = [];
    const watching = frames.subscribe(({ payload }) => seen.push(payload));
    dispatch(text);
    watching.unsubscribe();
    dispatch(text);
    channels.event$('Unheard').subscribe(({ payload }) => seen.push(['event', payload]));
    dispatch(text);

    expect(seen).toEqual(['[1]', ['event', '[1]']]);
  });

  it('reports what is no frame, what only a client sends, and an answer that nobody asked for', () => {
    const { errors, dispatch } = open();

    dispatch('hello');
    dispatch(writeFrame(frame(MessageType.Request, 2, 'Ping')));
    dispatch(writeFrame(frame(MessageType.Reply, 4, 'Ping')));
    dispatch(writeFrame(frame(MessageType.Error, 4, 'Ping', 'Endpoint Not Found')));

    expect(errors.map(({ _tag }) => _tag)).toEqual([
      'FrameError',
      'FrameError',
      'FrameError',
      'GatewayError',
    ]);
  });
});
