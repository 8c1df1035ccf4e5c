import { isSome } from 'fp-ts/lib/Option.js';
import { type Frame, MessageType, writeFrame } from '../../frame.ts';
import type { MarketEvent } from '../market/event.ts';
import type { Agenda } from './agenda.ts';
import type { Context } from './context.ts';
import { createEventNumbers, type EventNumbering } from './eventNumbers.ts';
import type { Faults } from './faults.ts';
import { createLogin } from './login.ts';
import { createOutbox } from './outbox.ts';
import { readRequest, type Request } from './request.ts';
import { respond } from './respond.ts';
import { createStreams, privateStreams, type StreamEvent } from './streams.ts';

/** The other side of a connection, as the exchange sees it. */
export interface Peer {
  /** Hands a message over. */
  readonly send: (text: string) => void;
  /** Ends the connection without being asked: 1006 for a lost link, 1001 for an exchange that closes. */
  readonly drop: (code: number) => void;
}

/** One connection, as its other side sees it. */
export interface Connected {
  /** Hears a message. */
  readonly receive: (text: string) => void;
  /** The connection is over: its login, its streams and what was not answered are gone with it. */
  readonly end: () => void;
}

/** One connection, as the exchange sees it. */
export interface Session extends Connected {
  readonly peer: Peer;
  /** Sends a text as it is. */
  readonly push: (text: string) => void;
  /** Sends the replies that were kept back. */
  readonly release: () => void;
  /** Ends the login of a user, if it is the one of this connection, and says so. */
  readonly logOut: (userId: number) => void;
}

/** What all connections of an exchange have in common. */
export interface SessionOptions {
  readonly shared: Omit<Context, 'login' | 'streams' | 'publish' | 'offerEarly'>;
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly latency: number;
  readonly events: EventNumbering;
  readonly eventBeforeReply: boolean;
  readonly strictKeys: boolean;
  /** Is shown every request that was understood as one. */
  readonly record: (frame: Frame) => void;
  /** Makes events known to every connection. */
  readonly broadcast: (events: readonly MarketEvent[]) => void;
}

/** Opens the exchange's side of one connection: nobody is logged in, nothing is subscribed. */
export const createSession = (peer: Peer, options: SessionOptions): Session => {
  const { shared, agenda, faults } = options;
  const outbox = createOutbox(agenda, options.latency);
  const numbers = createEventNumbers(options.events);
  const login = createLogin(shared.directory);
  const unanswered: number[] = [];
  const withheld: (() => void)[] = [];
  let isOver = false;

  const deliver = (text: string): void => {
    if (!faults.isMuted()) peer.send(text);
  };
  const emit = ({ name, text }: StreamEvent, cause: number): void =>
    outbox.post(() =>
      deliver(
        writeFrame({
          type: MessageType.Event,
          sequence: numbers.next(cause, unanswered),
          name,
          payload: text,
        }),
      ),
    );
  const streams = createStreams(numbers.subscribed, emit);

  const reply = ({ frame: { sequence, name } }: Request, type: MessageType, payload: string): void => {
    const send = (): void => {
      if (!faults.isMuted()) unanswered.splice(unanswered.indexOf(sequence), 1);
      deliver(writeFrame({ type, sequence, name, payload }));
    };
    outbox.post(() => {
      if (faults.isWithheld(name)) withheld.push(send);
      else send();
    });
  };

  const endLogin = (): void => {
    login.end();
    streams.closeAll(privateStreams);
  };
  const answer = (request: Request): void => {
    const { sequence } = request.frame;
    const events: MarketEvent[] = [];
    const early: StreamEvent[] = [];
    if (login.touch()) endLogin();
    unanswered.push(sequence);
    const { type, text } = respond(request, {
      ...shared,
      login,
      streams,
      publish: (published) => events.push(...published),
      offerEarly: (event) => early.push(event),
    });
    if (options.eventBeforeReply) {
      early.forEach((event) => emit(event, sequence));
      options.broadcast(events);
      reply(request, type, text);
    } else {
      reply(request, type, text);
      options.broadcast(events);
    }
  };
  return {
    peer,
    receive: (text) =>
      agenda.run(() => {
        if (isOver || faults.isMuted()) return;
        const request = readRequest(text, options.strictKeys);
        if (!isSome(request)) return;
        options.record(request.value.frame);
        answer(request.value);
      }),
    end: () => {
      isOver = true;
      outbox.close();
      streams.closeAll('');
    },
    push: (text) => outbox.post(() => deliver(text)),
    release: () => withheld.splice(0).forEach((send) => outbox.post(send)),
    logOut: (userId) => {
      if (login.user()?.userId !== userId) return;
      endLogin();
      emit({ name: 'LogoutEvent', text: '{}' }, 0);
    },
  };
};
