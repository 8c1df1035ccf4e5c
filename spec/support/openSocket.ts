import { Subject } from 'rxjs';
import { createDeadlines } from '../../src/connection/deadlines.ts';
import type { Terms } from '../../src/connection/inner.ts';
import type { ClientError } from '../../src/errors.ts';
import { type Frame, MessageType, writeFrame } from '../../src/frame.ts';
import { readJson } from '../../src/json/json.ts';
import { openSocket, type Socket } from '../../src/socket.ts';

/** One open socket without a connection around it, and the terms of requests on it: 100 ms each. */
export const openedSocket = () => {
  const message$ = new Subject<string>();
  const received: Frame[] = [];
  const errors: ClientError[] = [];
  const report = (error: ClientError): void => void errors.push(error);
  const wire = {
    message$,
    send: (text: string) => {
      const { m, i, n, o } = JSON.parse(text) as { m: MessageType; i: number; n: string; o: string };
      received.push({ type: m, sequence: i, name: n, payload: readJson(o) });
    },
    close: () => message$.complete(),
    terminate: () => message$.complete(),
  };
  const sockets: Socket[] = [];
  openSocket(wire, report).subscribe((opened) => sockets.push(opened));
  const [socket] = sockets;
  if (socket === undefined) throw new Error('no socket was emitted at once');
  const terms: Terms = { deadlines: createDeadlines(), requestTimeout: 100, report, hasLogin: false };
  /** Answers the request with this number. */
  const reply = (
    sequence: number,
    name: string,
    payload: unknown,
    type: MessageType = MessageType.Reply,
  ): void => message$.next(writeFrame({ type, sequence, name, payload }));
  return { socket, terms, received, errors, reply, lose: () => message$.complete() };
};
