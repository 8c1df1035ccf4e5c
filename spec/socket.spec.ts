import * as fc from 'fast-check';
import { Subject, take } from 'rxjs';
import { type ClientError, TransportError } from '../src/errors.ts';
import { type Frame, MessageType, writeFrame } from '../src/frame.ts';
import { ofName } from '../src/operators/ofName.ts';
import { ofSequence } from '../src/operators/ofSequence.ts';
import { ofType } from '../src/operators/ofType.ts';
import { reply$ } from '../src/requests/reply.ts';
import { openSocket, type Socket } from '../src/socket.ts';
import type { Wire } from '../src/transport/transport.ts';

const open = () => {
  const message$ = new Subject<string | Uint8Array>();
  const sent: string[] = [];
  const errors: ClientError[] = [];
  const ends: string[] = [];
  let onSend: (text: string) => void = () => undefined;
  const wire: Wire = {
    message$,
    send: (text) => {
      sent.push(text);
      onSend(text);
    },
    close: () => ends.push('close'),
    terminate: () => ends.push('terminate'),
  };
  const sockets: Socket[] = [];
  const subscription = openSocket(wire, (error) => errors.push(error)).subscribe({
    next: (socket) => sockets.push(socket),
    complete: () => ends.push('complete'),
    error: (error: unknown) => ends.push((error as ClientError).message),
  });
  const [socket] = sockets;
  if (socket === undefined) throw new Error('no socket was emitted at once');
  return {
    socket,
    subscription,
    message$,
    sent,
    errors,
    ends,
    answer: (hook: (text: string) => void) => {
      onSend = hook;
    },
    receive: (frame: Frame) => message$.next(writeFrame(frame)),
  };
};

const frame = (type: MessageType, sequence: number, name = 'Ping', payload = '{}'): Frame => ({
  type,
  sequence,
  name,
  payload,
});
const { Reply, Event, Error: ErrorType } = MessageType;

interface Log {
  readonly seen: unknown[];
  readonly observer: { readonly next: (f: Frame) => void; readonly complete: () => void };
}
const log = (): Log => {
  const seen: unknown[] = [];
  return { seen, observer: { next: (f) => seen.push(f), complete: () => seen.push('complete') } };
};

describe('a socket', () => {
  it('emits every frame and completes with its wire', () => {
    const { socket, receive, message$, ends } = open();
    const { seen, observer } = log();
    socket.frame$.subscribe(observer);

    receive(frame(Reply, 2));
    receive(frame(Event, 2));
    message$.complete();

    expect(seen).toEqual([frame(Reply, 2), frame(Event, 2), 'complete']);
    expect(ends).toEqual(['complete']);
  });

  it('reads bytes as it reads text', () => {
    const { socket, message$ } = open();
    const { seen, observer } = log();
    socket.frame$.subscribe(observer);

    message$.next(new TextEncoder().encode(writeFrame(frame(Event, 2, 'Ñandú'))));

    expect(seen).toEqual([frame(Event, 2, 'Ñandú')]);
  });

  it('reports a message that is no frame, and goes on', () => {
    const { socket, message$, receive, errors } = open();
    const { seen, observer } = log();
    socket.frame$.subscribe(observer);

    for (const text of ['', 'hello', '{}', '[]', 'null', '{"m":9,"i":2,"n":"Ping"}', '{"m":1,"n":"Ping"}']) {
      message$.next(text);
    }
    socket.event$('Ping').subscribe();
    receive(frame(Event, 2));

    expect(errors.map(({ _tag }) => _tag)).toEqual(Array(7).fill('FrameError'));
    expect(seen).toEqual([frame(Event, 2)]);
  });

  it('reports replies and errors that nobody asked for, a repeated reply too', () => {
    const { socket, receive, errors } = open();
    const sequence = socket.nextSequence();
    const { seen, observer } = log();
    reply$(socket, sequence).subscribe(observer);

    receive(frame(Reply, sequence));
    receive(frame(Reply, sequence));
    receive(frame(ErrorType, 4242, 'Nonsense', 'Endpoint Not Found'));

    expect(seen).toEqual([frame(Reply, sequence), 'complete']);
    expect(errors.map(({ message }) => message)).toEqual([
      'An unexpected message: {"m":1,"i":2,"n":"Ping","o":"{}"}. The message was passed over.',
      'Nonsense was refused: Endpoint Not Found',
    ]);
  });

  it('reports an event that nothing ever listened to, once a name', () => {
    const { socket, receive, errors } = open();
    socket.event$('Heard').subscribe().unsubscribe();

    receive(frame(Event, 2, 'Heard'));
    receive(frame(Event, 2, 'Unheard'));
    receive(frame(Event, 4, 'Unheard'));

    expect(errors.map(({ message }) => message)).toEqual([
      'An unexpected message: {"m":3,"i":2,"n":"Unheard","o":"{}"}. The message was passed over.',
    ]);
  });

  it('hands a stream its events, in whatever case their name came unheard before it', () => {
    const { socket, receive } = open();
    for (const name of ['LATEEVENT', 'lateevent', 'LateEvent']) {
      receive(frame(Event, 2, name));
    }
    const seen: string[] = [];
    socket.event$('LateEvent').subscribe(({ name }) => seen.push(name));

    for (const name of ['LATEEVENT', 'lateevent', 'LateEvent']) receive(frame(Event, 4, name));

    expect(seen).toEqual(['LATEEVENT', 'lateevent', 'LateEvent']);
  });

  it('handles a frame that arrives inside the handler of another after it, for everybody', () => {
    const { socket, receive } = open();
    const order: string[] = [];
    socket.frame$.pipe(take(1)).subscribe(() => receive(frame(Event, 2, 'second')));
    socket.frame$.subscribe(({ name }) => order.push(name));
    socket.event$('first').subscribe(() => order.push('first again'));

    receive(frame(Event, 2, 'first'));

    expect(order).toEqual(['first', 'first again', 'second']);
  });

  it('hears an answer that comes while it is still sending', () => {
    const { socket, answer, receive } = open();
    const { seen, observer } = log();
    answer(() => receive(frame(Reply, 2)));
    reply$(socket, socket.nextSequence()).subscribe(observer);
    socket.send(frame(MessageType.Request, 2));

    expect(seen).toEqual([frame(Reply, 2), 'complete']);
  });

  it('ends everything that hangs on it when it fails, then tells the cause, then drops the wire', () => {
    const { socket, ends, sent } = open();
    const { seen, observer } = log();
    reply$(socket, socket.nextSequence()).subscribe(observer);
    socket.event$('Some').subscribe(observer);
    socket.frame$.subscribe({ ...observer, complete: () => ends.push('frames') });

    socket.fail(new TransportError('given up'));
    socket.fail(new TransportError('again'));
    socket.send(frame(MessageType.Request, 2));

    expect(seen).toEqual(['complete', 'complete']);
    expect(ends).toEqual(['frames', 'given up', 'terminate']);
    expect(sent).toEqual([]);
  });

  it('is over where its wire throws instead of sending, whatever that was', () => {
    const { socket, ends, answer } = open();
    const { seen, observer } = log();
    reply$(socket, socket.nextSequence()).subscribe(observer);
    answer(() => {
      throw new Error('no buffer left');
    });

    socket.send(frame(MessageType.Request, 2));

    expect(seen).toEqual(['complete']);
    expect(ends).toEqual(['The transport failed: no buffer left', 'terminate']);
    expect(socket.cause()?.cause).toEqual(new Error('no buffer left'));
  });

  it('is over where the messages of its wire error, which they never should', () => {
    const { socket, ends, message$ } = open();
    const { seen, observer } = log();
    reply$(socket, socket.nextSequence()).subscribe(observer);
    socket.frame$.subscribe(observer);

    message$.error(new Error('reset'));

    expect(seen).toEqual(['complete', 'complete']);
    expect(ends).toEqual(['The transport failed: reset']);
    expect(socket.cause()?.cause).toEqual(new Error('reset'));
  });

  it('completes at once what is asked of it when it is over', () => {
    const { socket, subscription } = open();
    subscription.unsubscribe();
    const { seen, observer } = log();

    socket.frame$.subscribe(observer);
    reply$(socket, 2).subscribe(observer);
    socket.event$('Some').subscribe(observer);

    expect(seen).toEqual(['complete', 'complete', 'complete']);
  });

  it('hears nothing after it was left', () => {
    const { socket, subscription, receive, errors } = open();
    const { seen, observer } = log();
    socket.frame$.subscribe(observer);
    subscription.unsubscribe();

    receive(frame(Event, 2));

    expect(seen).toEqual(['complete']);
    expect(errors).toEqual([]);
  });

  it('looks up what filtering would find, whatever comes: the two definitions are one', () => {
    const names = ['Ping', 'PING', 'Level1UpdateEvent', 'level1updateevent', 'Other'];
    const sequences = fc.integer({ min: 1, max: 5 }).map((n) => 2 * n);
    const arrival = fc.record({
      type: fc.constantFrom(Reply, ErrorType, Event),
      sequence: sequences,
      name: fc.constantFrom(...names),
    });
    // A step asks for the next number, leaves one that was asked for, or is a frame that arrives.
    const step = fc.oneof(
      { weight: 2, arbitrary: fc.constant('ask' as const) },
      { weight: 1, arbitrary: fc.record({ leave: fc.nat(5) }) },
      { weight: 5, arbitrary: arrival },
    );

    let collisions = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), sequences, (more, sequence) => {
        // Five are pending when the first event comes, and it carries the number of one of them.
        const collision = { type: Event, sequence, name: 'Ping' } as const;
        const steps = [...Array<'ask'>(5).fill('ask'), collision, ...more];
        const pending = new Set<number>();
        const { socket, receive } = open();
        const keyed: unknown[] = [];
        const filtered: unknown[] = [];
        const asked: { readonly unsubscribe: () => void }[][] = [];

        for (const name of ['Ping', 'Level1UpdateEvent']) {
          socket.event$(name).subscribe((f) => keyed.push([name, f]));
          socket.frame$.pipe(ofType(Event), ofName(name)).subscribe((f) => filtered.push([name, f]));
        }
        const ask = (): void => {
          const sequence = socket.nextSequence();
          pending.add(sequence);
          const definition$ = socket.frame$.pipe(ofType(Reply, ErrorType), ofSequence(sequence), take(1));
          asked.push([
            definition$.subscribe({
              next: (f) => filtered.push([sequence, f]),
              complete: () => filtered.push(sequence),
            }),
            reply$(socket, sequence).subscribe({
              next: (f) => keyed.push([sequence, f]),
              complete: () => keyed.push(sequence),
            }),
          ]);
        };
        for (const now of steps) {
          if (now === 'ask') ask();
          else if ('leave' in now) asked[now.leave]?.forEach((each) => each.unsubscribe());
          else {
            if (now.type !== Event) pending.delete(now.sequence);
            else if (pending.has(now.sequence)) collisions += 1;
            receive(frame(now.type, now.sequence, now.name));
          }
        }
        expect(JSON.stringify(keyed)).toBe(JSON.stringify(filtered));
        socket.fail(new TransportError('over'));
        expect(keyed.map((entry) => JSON.stringify(entry)).sort()).toEqual(
          filtered.map((entry) => JSON.stringify(entry)).sort(),
        );
      }),
      { numRuns: 10_000 },
    );
    expect(collisions).toBeGreaterThanOrEqual(10_000);
  }, 60_000);
});
