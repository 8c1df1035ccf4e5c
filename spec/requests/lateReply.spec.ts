import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { type ClientError, GatewayError, LateReply } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { lateReplyTo } from '../../src/requests/lateReply.ts';
import { marbles } from '../support/marbles.ts';

const Order = endpoint({ name: 'Order', request: t.unknown, reply: t.type({ OrderId: t.number }) });

describe('lateReplyTo', () => {
  it('reports what the exchange says, decoded, with the ids of the request and how late it is', () => {
    marbles(({ cold, flush }) => {
      const errors: ClientError[] = [];
      const waiter = lateReplyTo(call(Order, { ClientOrderId: 9 }), 2, {
        report: (error) => errors.push(error),
      });
      const frame = { type: MessageType.Reply, sequence: 2, name: 'Order', payload: '{"OrderId":5}' };
      cold('30ms r').subscribe(() => waiter(frame));
      cold('40ms r').subscribe(() => waiter({ ...frame, payload: '{"result":false,"errorcode":101}' }));

      flush();
      const about = { sequence: 2, ids: { ClientOrderId: 9 } };
      const refusal = { code: 101, errormsg: 'no reason given', detail: null };
      expect(errors).toEqual([
        new LateReply('Order', { ...about, late: 30 }, E.right({ OrderId: 5 })),
        new LateReply('Order', { ...about, late: 40 }, E.left(new GatewayError('Order', refusal))),
      ]);
      expect(errors[0]).toMatchObject({ reply: { OrderId: 5 } });
    });
  });

  it('says nothing when the socket ends', () => {
    const report = jest.fn();
    lateReplyTo(call(Order, {}), 2, { report })(undefined);

    expect(report).not.toHaveBeenCalled();
  });
});
