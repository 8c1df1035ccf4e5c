import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { guarded } from '../../codec/fast/guarded.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { isObject } from '../../codec/isObject.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { mended } from '../../codec/fast/mended.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { SendOrderParameters } from './sendOrderParameters.ts';

/** What `SendOrder` takes. @useDeclaredType */
export type SendOrderRequest = t.TypeOf<typeof SendOrderParameters>;

const Reason = guarded(
  mended(t.string, (u) => u ?? ''),
  t.string.is,
);

const accepted = recordOf(
  {
    /** The exchange has the order. It may still be rejected, which only events and `GetOrderStatus` tell. */
    status: t.literal('Accepted'),
    /** The exchange's id of the order. */
    OrderId: Long,
  },
  {
    /** Empty. */
    errormsg: nullable(t.string),
  },
);

const rejected = recordOf(
  {
    /** There is no order. */
    status: t.literal('Rejected'),
    /** Why, such as `Not_Enough_Funds`; the list is open. */
    errormsg: Reason,
  },
  {
    /** Usually 101. */
    errorcode: Integer,
  },
);

const outcome = t.union([accepted, rejected], 'SendOrderReply');
const known = t.keyof({ Accepted: null, Rejected: null }, '"Accepted" or "Rejected"');
const reply = guarded(
  new t.Type<SendOrderReply>(
    outcome.name,
    outcome.is,
    (u, context) => {
      // io-ts would say of the whole reply that it is none.
      if (!isObject(u) || known.is(u['status'])) return outcome.validate(u, context);
      return t.failure(u['status'], t.appendContext(context, 'status', known, u['status']));
    },
    t.identity,
  ),
  outcome,
);
/** What `SendOrder` answers. */
export type SendOrderReply = Readonly<t.TypeOf<typeof accepted>> | Readonly<t.TypeOf<typeof rejected>>;

/**
 * Sends an order. Which fields it needs depends on its `OrderType`. A command; login needed.
 *
 * An order that the exchange rejects is a value, not an error: look at `status`. A `GatewayError` is a refusal before
 * that, such as of a user who may not trade. After an error with `sent: true` the order may stand: look for its
 * `ClientOrderId` before sending it again.
 *
 * @example
 * request$(client, SendOrder, {
 *   AccountId,
 *   InstrumentId: 1,
 *   Side: 'Buy',
 *   OrderType: 'Limit',
 *   TimeInForce: 'GTC',
 *   Quantity: '0.10',
 *   LimitPrice: '29000.00',
 * }).subscribe((reply) => console.log(reply.status === 'Accepted' ? reply.OrderId : reply.errormsg));
 */
export const SendOrder: Endpoint<SendOrderRequest, SendOrderReply> = endpoint({
  name: 'SendOrder',
  request: SendOrderParameters,
  reply: fast(reply),
  read: readExactJson,
  isCommand: true,
});
