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
  const cell = { take: (input: unknown) => inputs.push(input) } as unknown as Cell;
  const routes = { ofClient: (id: number) => (id === 5 ? cell : undefined) };
  lateReplies({ routes } as unknown as Engine)(error);
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
