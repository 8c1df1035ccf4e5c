import { Observable, type Subscriber } from 'rxjs';
import { TransportError } from '../../src/errors.ts';
import { MessageType, writeFrame } from '../../src/frame.ts';
import { createOwnIds } from '../../src/recording/ownIds.ts';
import { createReplayedSocket, lossIn } from '../../src/recording/replayedSocket.ts';
import { surveyOf } from '../../src/recording/survey.ts';
import type { Wire } from '../../src/transport/transport.ts';

const asked = (name: string, sequence = 4) =>
  writeFrame({ type: MessageType.Request, sequence, name, payload: '{}' });
const answered = (name: string, sequence = 4) =>
  writeFrame({ type: MessageType.Reply, sequence, name, payload: '{"a":1}' });

/** A client's side of a socket on which one function was asked. */
const setUp = () => {
  const log: unknown[] = [];
  const survey = surveyOf([JSON.stringify({ t: 0, s: 1, dir: 'out', text: asked('SubscribeOwn') })]);
  const [there] = [...survey.sockets.values()];
  if (there === undefined) throw new Error('nothing was asked');
  let subscriber: Subscriber<Wire> | undefined;
  const opened = new Observable<Wire>((given) => {
    subscriber = given;
  }).subscribe({
    error: (error: unknown) => log.push(['error', (error as Error).message]),
    complete: () => log.push('complete'),
  });
  if (subscriber === undefined) throw new Error('nobody subscribed');
  const socket = createReplayedSocket({
    asked: there,
    ids: createOwnIds(),
    subscriber,
    now: () => 0,
    changed: () => log.push('changed'),
    notRecorded: ({ name }) => log.push(['not recorded', name]),
    left: () => log.push('left'),
  });
  socket.wire.message$.subscribe({
    next: (message) => log.push(String(message)),
    complete: () => log.push('over'),
  });
  return { log, socket, opened };
};

describe('createReplayedSocket', () => {
  it('hands the recorded answer on under the number of the client, and events as they are', () => {
    const { log, socket } = setUp();
    const event = writeFrame({ type: MessageType.Event, sequence: 1, name: 'OwnEvent', payload: '{}' });
    socket.wire.send(asked('SubscribeOwn', 90));
    socket.hear(answered('SubscribeOwn'));
    socket.hear(event);
    expect(log).toEqual(['changed', answered('SubscribeOwn', 90), event]);
  });

  it('knows an answer that begins a stream the client has not asked for yet', () => {
    const { socket } = setUp();
    expect(socket.isEarly(answered('SubscribeOwn'))).toBe(true);
    socket.wire.send(asked('SubscribeOwn', 90));
    expect(socket.isEarly(answered('SubscribeOwn'))).toBe(false);
    expect(socket.isEarly('no frame')).toBe(false);
  });

  it('refuses what the recording does not have, and tells of it', () => {
    const { log, socket } = setUp();
    socket.wire.send(asked('GetOther', 90));
    expect(log[0]).toEqual(['not recorded', 'GetOther']);
    expect(log[1]).toContain('Not recorded');
  });

  it('is lost with its cause, known by the time the messages complete, and is silent from then on', () => {
    const { log, socket } = setUp();
    const why = lossIn({ code: 1006, why: 'gone' });
    socket.lose(why);
    socket.wire.send(asked('SubscribeOwn', 90));
    expect(socket.wire.cause?.()).toBe(why);
    expect(log).toEqual(['over', ['error', why.message], 'left']);
  });

  it.each(['close', 'terminate', 'unsubscribe'] as const)('is left once by %s', (how) => {
    const { log, socket, opened } = setUp();
    if (how === 'unsubscribe') opened.unsubscribe();
    else socket.wire[how]();
    expect(log.filter((one) => one === 'left')).toHaveLength(1);
    expect(log).toContain('over');
  });
});

describe('lossIn', () => {
  it('is the error that the recorded loss was', () => {
    const loss = lossIn({ code: 4000, why: 'busy', status: 429, retryAfter: 5_000, isFinal: true });
    expect(loss).toBeInstanceOf(TransportError);
    expect(loss).toMatchObject({ code: 4000, status: 429, retryAfter: 5_000, isFinal: true });
    expect(lossIn({}).message).toContain('The recording ends the socket here.');
  });
});
