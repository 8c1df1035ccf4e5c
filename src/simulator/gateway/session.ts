import { isSome } from 'fp-ts/lib/Option.js';
import { MessageType } from '../../frame.ts';
import type { MarketEvent } from '../market/event.ts';
import { createAdmission } from './admission.ts';
import type { Agenda } from './agenda.ts';
import type { Context } from './context.ts';
import { framePayload, frameText } from './dialect/frameText.ts';
import { createEventNumbers, type EventNumbering } from './eventNumbers.ts';
import { createCopies } from './faults/copies.ts';
import type { Faults } from './faults/faults.ts';
import { isLongerThan } from './limits.ts';
import { createLogin } from './login.ts';
import { createOutbox } from './outbox.ts';
import type { Connected, Peer } from './peer.ts';
import { readRequest, type Request } from './request.ts';
import { respond, type Response } from './respond.ts';
import { createStreams, privateStreams, type StreamEvent } from './streams.ts';

/** One connection, as the exchange sees it. */
export interface Session extends Connected {
  readonly peer: Peer;
  /** Sends a text as it is. */
  readonly push: (text: string) => void;
  /** Sends the replies that were kept back and no longer are to be. */
  readonly release: (first: 'oldest' | 'newest') => void;
  /** Sends an event that nobody subscribes to, if the account it is about is one of who is logged in. */
  readonly tell: (accountId: number, event: StreamEvent) => void;
  /** Ends the login of a user, if it is the one of this connection, and says so. */
  readonly logOut: (userId: number) => void;
  /** Who is logged in, if anybody. */
  readonly userId: () => number | undefined;
  /** Whether something that one side said was lost because the exchange was mute. */
  readonly hasMissed: () => boolean;
}

/** What all connections of an exchange have in common. */
export interface SessionOptions {
  readonly shared: Omit<Context, 'login' | 'streams' | 'publish' | 'offerEarly' | 'hangUp'>;
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly latency: number;
  readonly events: EventNumbering;
  /** Is shown every request that was understood as one: before it is acted on, and before it is replied to. */
  readonly heard: (request: Request, when: 'heard' | 'carriedOut') => void;
  /** Is told of everyone who logs in. */
  readonly loggedIn: (userId: number, session: Session) => void;
  /** Does work so many milliseconds later, whatever becomes of the connection. */
  readonly later: (by: number, work: () => void) => void;
  /** Makes events known to every connection. */
  readonly broadcast: (events: readonly MarketEvent[]) => void;
}

/** About what a frame has beside its payload, in characters. */
const frameSize = 64;

/** Opens the exchange's side of one connection: nobody is logged in, nothing is subscribed. */
export const createSession = (peer: Peer, options: SessionOptions): Session => {
  const { shared, agenda, faults } = options;
  const { behaviour, dialect, limits } = shared;
  const numbers = createEventNumbers(options.events);
  const unanswered: number[] = [];
  const newcomers: number[] = [];
  const admit = createAdmission(behaviour);
  const copiesOf = createCopies(faults);
  let isOver = false;
  let isMissing = false;
  let lastOrderState: MarketEvent | undefined;

  const isOpen = (): boolean => !isOver;
  const drop = (code: number): void => {
    if (isOpen()) peer.drop(code);
  };
  const outbox = createOutbox({
    agenda,
    latency: options.latency,
    pace: faults.pace,
    room: limits.backlog,
    overflow: () => drop(1006),
  });
  const login = createLogin(shared.directory, ({ userId }) => newcomers.push(userId));

  const deliver = (text: string): void => {
    if (faults.isMuted()) {
      isMissing = true;
      return;
    }
    peer.send(text);
    if ((peer.unsent?.() ?? 0) > limits.backlog) drop(1006);
  };
  const isTold = ({ name, source }: StreamEvent): boolean => {
    if (behaviour.orderStates === 'perStream' || name !== 'OrderStateEvent' || source === undefined)
      return true;
    const isNew = source !== lastOrderState;
    lastOrderState = source;
    return isNew;
  };
  const emit = (event: StreamEvent, cause: number): void => {
    if (!isTold(event)) return;
    const { name, payload } = event;
    const message = {
      size: payload.length + frameSize,
      deliver: () => {
        const sequence = numbers.next(cause, unanswered);
        deliver(frameText({ type: MessageType.Event, sequence, name, payload }));
      },
    };
    for (let copies = copiesOf(name); copies > 0; copies -= 1) outbox.post(message);
  };
  const streams = createStreams(numbers.subscribed, emit);

  const answered = (sequence: number): void => {
    const index = unanswered.indexOf(sequence);
    if (index >= 0 && !faults.isMuted()) unanswered.splice(index, 1);
  };
  const reply = (request: Request, { type, text }: Response): void => {
    const { sequence, name } = request.frame;
    const { longSequence } = request;
    const payload = framePayload(dialect, text);
    const message = {
      size: payload.length + frameSize,
      deliver: () => {
        answered(sequence);
        deliver(frameText({ type, sequence, longSequence, name, payload }));
      },
      isHeld: () => faults.isHeld(name),
    };
    outbox.post(message, faults.delay());
    if (faults.isDuplicating()) outbox.post(message, faults.delay());
  };

  const endLogin = (): void => {
    login.end();
    streams.closeAll(privateStreams);
  };
  const abandon = (): void => {
    login.leave();
    streams.closeAll('');
  };
  const hangUp = (code: number): void => outbox.post({ size: 0, deliver: () => drop(code) });
  const answer = (request: Request): void => {
    const { sequence } = request.frame;
    const events: MarketEvent[] = [];
    const early: StreamEvent[] = [];
    const goodbyes: number[] = [];
    if (login.touch()) endLogin();
    const response = respond(request, {
      ...shared,
      login,
      streams,
      publish: (published) => events.push(...published),
      offerEarly: (event) => early.push(event),
      hangUp: () => goodbyes.push(1000),
    });
    options.heard(request, 'carriedOut');
    if (behaviour.eventBeforeReply || faults.isEventFirst()) {
      early.forEach((event) => emit(event, sequence));
      options.broadcast(events);
      reply(request, response);
    } else {
      reply(request, response);
      options.broadcast(events);
    }
    goodbyes.forEach(hangUp);
    newcomers.splice(0).forEach((userId) => options.loggedIn(userId, session));
    // What was acted on late for a connection that is gone leaves nothing behind.
    if (!isOpen()) abandon();
  };
  const act = (request: Request): void => {
    const { name, sequence } = request.frame;
    unanswered.push(sequence);
    if (faults.isSwallowed(name)) return;
    const by = faults.lateness(name);
    if (by === 0) answer(request);
    else options.later(by, () => answer(request));
  };
  const take = (request: Request): void => {
    const admission = admit(request);
    if (admission === 'acted on') act(request);
    else if (admission === 'dropped') drop(1008);
    else if (admission !== 'ignored') {
      unanswered.push(request.frame.sequence);
      reply(request, admission);
    }
  };
  const hear = (text: string): void => {
    if (isLongerThan(text, limits.frameSize)) {
      drop(1009);
      return;
    }
    const request = readRequest(text, behaviour.strictKeys);
    if (!isSome(request)) return;
    options.heard(request.value, 'heard');
    if (isOpen()) take(request.value);
  };

  const session: Session = {
    peer,
    receive: (text) =>
      agenda.run(() => {
        if (!isOpen()) return;
        if (faults.isMuted()) isMissing = true;
        else hear(text);
      }),
    end: () => {
      isOver = true;
      outbox.close();
      abandon();
    },
    push: (text) => outbox.post({ size: text.length, deliver: () => deliver(text) }),
    release: outbox.release,
    tell: (accountId, event) => {
      if (login.user()?.accounts.includes(accountId) === true) emit(event, 0);
    },
    logOut: (userId) => {
      if (login.user()?.userId !== userId) return;
      endLogin();
      const payload = framePayload(dialect, behaviour.logoutPayload);
      emit({ name: 'LogoutEvent', payload, source: undefined }, 0);
      if (behaviour.afterLogoutEvent === 'close') hangUp(1000);
    },
    userId: () => login.user()?.userId,
    hasMissed: () => isMissing,
  };
  return session;
};
