import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { type ClientError, Contradiction, GatewayError } from '../errors.ts';
import type { AccountEvent } from '../topics/accountEvents.ts';
import { type Account, type AccountInput, type How, idsWith, standingOf } from './account.ts';
import type { Cell } from './cell.ts';
import { tagOf } from './life.ts';
import type { Untimed } from './now.ts';
import { mayBeOurs } from './rivals.ts';
import type { Routes } from './routes.ts';
import type { OrderKey } from './shelf.ts';
import type { Standing } from './standing.ts';

/** What is known of an account, and who follows orders of it: turns what was learnt into inputs of those orders. */
interface Known {
  readonly connection: Connection;
  readonly account: () => Account;
  readonly routes: Routes;
  readonly inTurn: (work: () => void) => void;
}

/** A version in words. */
export const says = ({ OrderState, QuantityExecuted }: Order): string =>
  `${OrderState}, ${QuantityExecuted} executed`;

/** An end that the exchange disproves is told once. */
const contradictEnd = ({ connection, routes }: Known, order: Order): void => {
  const ended = routes.ended(order);
  if (ended === undefined || ended.tag === 'Unresolved' || ended.tag === tagOf(order)) return;
  routes.forgetEnded(ended);
  connection[inner].report(
    new Contradiction(order.OrderId, `it was ${ended.tag}, and the exchange says ${says(order)}`),
  );
};

/** Feeds all who follow an order with what is known of it now. */
export const tellStanding = (known: Known, OrderId: OrderKey, standing: Standing, how: How): void => {
  const { order } = standing;
  const { routes } = known;
  const [first] = standing.fills.values();
  const ofFill = first === undefined ? [] : routes.ofFill(first.trade);
  const cells = order === undefined ? ofFill : routes.ofVersion(order);
  if (cells.length === 0 && order !== undefined) contradictEnd(known, order);
  for (const cell of cells) {
    if (!routes.isBound(cell, OrderId)) routes.bind(cell, OrderId);
    cell.take({ _tag: 'Told', standing, how });
  }
};

/** That an order was refused names it by our id alone. */
const tellRefused = ({ routes }: Known, event: AccountEvent): void => {
  if (event._tag !== 'NewOrderRejectEvent') return;
  const { ClientOrderId = 0, RejectReason, Status } = event.payload;
  routes.ofClient(ClientOrderId)?.take({ _tag: 'Refused', reason: RejectReason ?? Status, how: 'event' });
};

/** The orders of a list that was asked for so that the account is whole again, or none where there is no answer. */
const listIn = (input: Untimed<AccountInput>): readonly Order[] | undefined => {
  if (input._tag !== 'Answered' && input._tag !== 'Unanswered') return undefined;
  const { _tag, purpose } = input.question;
  if (_tag !== 'OpenOrders' || purpose !== 'restore') return undefined;
  return 'answer' in input && input.answer._tag === 'OpenOrders' ? input.answer.rows : [];
};

/** Orders that wait for a list to know others with their id are told of it, and of what was held back meanwhile. */
const tellListed = (known: Known, rows: readonly Order[]): void => {
  for (const cell of known.routes.all().filter((one) => one.life().rivals?.isListDue === true)) {
    const { ClientOrderId } = cell;
    const same = rows.filter((row) => row.ClientOrderId === ClientOrderId);
    cell.take({ _tag: 'Listed', ids: same.map(({ OrderId }) => OrderId) });
    known.inTurn(() => {
      for (const OrderId of idsWith(known.account(), ClientOrderId)) {
        const standing = standingOf(known.account(), OrderId);
        if (standing !== undefined && mayBeOurs(cell.life().rivals, OrderId))
          tellStanding(known, OrderId, standing, 'event');
      }
    });
  }
};

/** Whoever follows an order is told that the exchange refuses the stream of the account. */
export const tellUnheard = (cells: readonly Cell[], cause: ClientError | undefined): void => {
  if (cause instanceof GatewayError) cells.forEach((cell) => cell.take({ _tag: 'Unheard', reason: cause }));
};

/**
 * Tells of an input what names orders by our id alone, that one was refused and a list of others with that id; and that
 * the exchange does not tell of any.
 */
export const tellInput = (known: Known, input: Untimed<AccountInput>): void => {
  if (input._tag === 'Event') tellRefused(known, input.event);
  if (input._tag === 'Lost') tellUnheard(known.routes.all(), input.cause);
  const list = listIn(input);
  if (list !== undefined) tellListed(known, list);
};

/** Whoever follows an order is told whether the exchange can be asked. */
export const tellOn = (cells: readonly Cell[], isOn: boolean): void =>
  cells.forEach((cell) => cell.take({ _tag: 'On', isOn }));
