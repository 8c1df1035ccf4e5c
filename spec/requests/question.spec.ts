import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { ConnectionLost, InvalidRequest, LateReply, RequestTimeout } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { ask } from '../../src/requests/question.ts';
import { marbles } from '../support/marbles.ts';
import { openedSocket } from '../support/openSocket.ts';

const Add = endpoint({ name: 'Add', request: t.type({ a: t.number }), reply: t.number });
const Order = endpoint({ ...Add, name: 'Order', isCommand: true });

describe('ask', () => {
  it('sends the request and settles once, with its number', () => {
    const { socket, terms, received, reply } = openedSocket();
    const settled: unknown[] = [];
    ask(socket, call(Add, { a: 1 }), terms, { type: MessageType.Subscribe }, (...end) => settled.push(end));

    reply(2, 'Add', 3);
    reply(2, 'Add', 4);

    expect(received).toEqual([{ type: MessageType.Subscribe, sequence: 2, name: 'Add', payload: { a: 1 } }]);
    expect(settled).toEqual([[E.right(3), 2]]);
  });

  it('settles at once what cannot be sent, and takes no number for it', () => {
    const { socket, terms, received } = openedSocket();
    const settled: unknown[] = [];
    const bad = call(Add, { a: 'x' } as never);
    ask(socket, bad, terms, {}, (outcome) => settled.push(outcome));

    expect(settled).toEqual([
      E.left(new InvalidRequest('Add', [{ path: 'a', expected: 'number', found: '"x"' }])),
    ]);
    expect(received).toEqual([]);
    expect(socket.nextSequence()).toBe(2);
  });

  it('tells whether it was sent when the socket is over', () => {
    const { socket, terms, lose } = openedSocket();
    const settled: unknown[] = [];
    const put = (): void =>
      void ask(socket, call(Add, { a: 1 }), terms, {}, (outcome) => settled.push(outcome));
    put();
    lose();
    put();

    expect(settled).toEqual([
      E.left(new ConnectionLost('Add', true, 'the connection was lost')),
      E.left(new ConnectionLost('Add', false, 'the connection was lost')),
    ]);
  });

  it('takes neither a number nor a time limit where the socket is over', () => {
    const { socket, terms, lose } = openedSocket();
    const arm = jest.fn(() => () => undefined);
    lose();
    ask(
      socket,
      call(Add, { a: 1 }),
      { ...terms, deadlines: { ...terms.deadlines, arm } },
      {},
      () => undefined,
    );

    expect(arm).not.toHaveBeenCalled();
    expect(socket.nextSequence()).toBe(2);
  });

  it('counts the time limit from when the caller asked, and passes over the late reply to a query', () => {
    marbles(({ cold, flush }) => {
      const { socket, terms, errors, reply } = openedSocket();
      const settled: unknown[] = [];
      cold('60ms a').subscribe(() =>
        ask(socket, call(Add, { a: 1 }), terms, { askedAt: 0 }, (outcome) => settled.push(outcome)),
      );
      cold('99ms -').subscribe({ complete: () => expect(settled).toEqual([]) });
      cold('150ms r').subscribe(() => reply(2, 'Add', 3));

      flush();
      expect(settled).toEqual([E.left(new RequestTimeout('Add', true, 100))]);
      expect(errors).toEqual([]);
    });
  });

  it('reports the reply to a command that comes after its limit, or after it was left', () => {
    marbles(({ cold, flush }) => {
      const { socket, terms, errors, reply } = openedSocket();
      const settled: unknown[] = [];
      const put = () => ask(socket, call(Order, { a: 1 }), terms, {}, (outcome) => settled.push(outcome));
      put();
      const stop = put();
      cold('40ms s').subscribe(() => stop());
      cold('150ms r').subscribe(() => [2, 4, 4].forEach((sequence) => reply(sequence, 'Order', 3)));

      flush();
      expect(settled).toEqual([E.left(new RequestTimeout('Order', true, 100))]);
      expect(errors.slice(0, 2)).toEqual([
        new LateReply('Order', { sequence: 2, ids: {}, late: 50 }, E.right(3)),
        new LateReply('Order', { sequence: 4, ids: {}, late: 110 }, E.right(3)),
      ]);
      expect(errors.map(({ _tag }) => _tag)).toEqual(['LateReply', 'LateReply', 'FrameError']);
    });
  });

  it('hears nothing more, nor leaves a time limit, when it was left', () => {
    marbles(({ flush }) => {
      const { socket, terms, errors, reply } = openedSocket();
      const settled: unknown[] = [];
      ask(socket, call(Add, { a: 1 }), terms, {}, (outcome) => settled.push(outcome))();
      reply(2, 'Add', 3);

      flush();
      expect(settled).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
});
