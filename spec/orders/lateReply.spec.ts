import * as E from 'fp-ts/lib/Either.js';
import { GatewayError, LateReply } from '../../src/errors.ts';
import type { Cell } from '../../src/orders/cell.ts';
import type { Engine } from '../../src/orders/engine.ts';
import { lateReplies } from '../../src/orders/lateReply.ts';

const late = (ClientOrderId: number | undefined, answer: LateReplyAnswer) =>
  new LateReply('SendOrder', { sequence: 4, ids: { ClientOrderId }, late: 5 }, answer);
type LateReplyAnswer = ConstructorParameters<typeof LateReply>[2];

const heard = (error: Parameters<ReturnType<typeof lateReplies>>[0]): readonly unknown[] => {
  const inputs: unknown[] = [];
  const cellOf = (ClientOrderId: number, lateReply: number | undefined): Cell => {
    const life = (): object => ({ lateReply });
    return {
      ClientOrderId,
      life,
      take: (input: unknown) => inputs.push(lateReply === 4 ? input : 'wrong'),
    } as never;
  };
  // Of three with one id, the one whose command had the number.
  const cells = [cellOf(5, 2), cellOf(5, undefined), cellOf(5, 4), cellOf(7, 4)];
  lateReplies({ routes: { all: () => cells } } as unknown as Engine)(error);
  return inputs;
};

describe('lateReplies', () => {
  const refusal = new GatewayError('SendOrder', { code: 100, errormsg: 'no', detail: null });
  it('feed the order that was sent with a reply, as if it had come in time', () => {
    expect(heard(late(5, E.right({ status: 'Accepted', OrderId: 9 })))).toEqual([
      { _tag: 'Taken', OrderId: 9 },
    ]);
  });

  it('feed it with a refusal', () => {
    expect(heard(late(5, E.left(refusal)))).toMatchObject([{ _tag: 'Refused', how: 'reply' }]);
  });

  it('say nothing of an order that nobody follows, of no order, and of another error', () => {
    expect(heard(late(6, E.right({ status: 'Accepted', OrderId: 9 })))).toEqual([]);
    expect(heard(late(undefined, E.right({})))).toEqual([]);
    expect(heard(refusal)).toEqual([]);
  });
});
