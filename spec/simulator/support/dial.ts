import type { Subscription } from 'rxjs';
import { type Frame, MessageType, readFrame, writeFrame } from '../../../src/frame.ts';
import type { Exchange, SimulatedUser } from '../../../src/simulator/index.ts';
import { signatureOf } from '../../../src/simulator/gateway/signature.ts';
import type { Wire } from '../../../src/transport/transport.ts';

/** One connection into an exchange, and everything it has heard. */
export interface Call {
  readonly wire: Wire;
  readonly subscription: Subscription;
  /** Every frame that came, oldest first. */
  readonly frames: readonly Frame[];
  /** How the connection ended, so far: `message$` first, then the transport. */
  readonly ends: readonly unknown[];
  /** Sends a request and gives its number. */
  readonly send: (name: string, payload?: unknown, type?: MessageType) => number;
  /** Sends a request and gives its answer, with the payload decoded where it is JSON. */
  readonly ask: (name: string, payload?: unknown, type?: MessageType) => unknown;
  /** The frame that answers a request, if it has come. */
  readonly answerTo: (sequence: number) => Frame | undefined;
  /** The payloads of the events of a name, decoded. */
  readonly events: (name: string) => readonly unknown[];
}

const decode = (payload: unknown): unknown => {
  try {
    return JSON.parse(String(payload)) as unknown;
  } catch {
    return payload;
  }
};

/** Opens a connection that numbers its requests 2, 4, 6… */
export const dial = (exchange: Exchange): Call => {
  const frames: Frame[] = [];
  const ends: unknown[] = [];
  const wires: Wire[] = [];
  let sequence = 0;
  const subscription = exchange.transport('memory').subscribe({
    next: (opened) => {
      wires.push(opened);
      opened.message$.subscribe({
        next: (text) => {
          const frame = readFrame(String(text));
          if (frame._tag === 'Right') frames.push(frame.right);
          else ends.push(frame.left);
        },
        complete: () => ends.push('silent'),
      });
    },
    error: (error: unknown) => ends.push(error),
    complete: () => ends.push('complete'),
  });
  const wire: Wire = {
    get message$() {
      return opened().message$;
    },
    send: (text) => opened().send(text),
    close: (code, reason) => opened().close(code, reason),
    terminate: () => opened().terminate(),
  };
  const opened = (): Wire => {
    const [first] = wires;
    if (first === undefined) throw new Error('The connection is not open.');
    return first;
  };
  const answerTo = (number: number): Frame | undefined =>
    frames.find((frame) => frame.sequence === number && frame.type !== MessageType.Event);
  const send: Call['send'] = (name, payload = {}, type = MessageType.Request) => {
    sequence += 2;
    wire.send(writeFrame({ type, sequence, name, payload }));
    return sequence;
  };
  return {
    wire,
    subscription,
    frames,
    ends,
    send,
    answerTo,
    ask: (name, payload, type) => decode(answerTo(send(name, payload, type))?.payload),
    events: (name) =>
      frames
        .filter((frame) => frame.type === MessageType.Event && frame.name === name)
        .map(({ payload }) => decode(payload)),
  };
};

/** What logs a user in with the API key. */
export const signed = ({ apiKey, secret, userId }: SimulatedUser, nonce = '1'): Record<string, string> => ({
  APIKey: apiKey,
  Signature: signatureOf(secret, nonce, String(userId), apiKey),
  UserId: String(userId),
  Nonce: nonce,
});

/** Opens a connection and logs a user in. */
export const dialAs = (exchange: Exchange, user: SimulatedUser): Call => {
  const call = dial(exchange);
  call.ask('AuthenticateUser', signed(user));
  return call;
};

/** The general success. */
export const success = { result: true, errormsg: null, errorcode: 0, detail: null };
/** A limit order for account 7, on the first instrument. */
export const limitOrder = (side: 0 | 1, price: string, quantity: string, accountId = 7) => ({
  OMSId: 1,
  AccountId: accountId,
  InstrumentId: 1,
  TimeInForce: 1,
  Side: side,
  OrderType: 2,
  Quantity: quantity,
  LimitPrice: price,
});

/** The general refusal. */
export const refusal = (errorcode: number, errormsg: string, detail: string | null) => ({
  result: false,
  errormsg,
  errorcode,
  detail,
});
