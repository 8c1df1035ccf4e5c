import { type Observable, Subject, Subscription } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { Contradiction } from '../errors.ts';
import {
  type Account,
  type AccountInput,
  type Ask,
  type Fill,
  newAccount,
  type Revised,
  standingOf,
} from './account.ts';
import { accountStep } from './accountStep.ts';
import { dueAt } from './dueAt.ts';
import { type Alarm, createAlarm } from './alarm.ts';
import { ask$ } from './ask.ts';
import { idsOfProcess, partsOfId } from './ids.ts';
import { isOurs } from './isOurs.ts';
import { createOneByOne } from './oneByOne.ts';
import { now, type Untimed } from './now.ts';
import { createRoutes, type Routes } from './routes.ts';
import { says, tellInput, tellOn, tellStanding } from './telling.ts';

/** One account over one connection: what is known of it, the orders that are followed, and what feeds both. */
export interface Engine {
  readonly connection: Connection;
  readonly AccountId: number;
  readonly account: () => Account;
  /** Every change of what is known: hot, without replay. It completes when there will be none any more. */
  readonly account$: Observable<Account>;
  /** Whenever the exchange can be asked from now on, or cannot: hot, without replay. */
  readonly on$: Observable<boolean>;
  /** Every fill and correction, once: hot, without replay. */
  readonly fill$: Observable<Fill | Revised>;
  readonly routes: Routes;
  /** Whether this exchange has told of an id of ours. */
  readonly hasEchoed: () => boolean;
  /** Tags that were given for ids of ours. */
  readonly tags: Set<number>;
  readonly take: (input: Untimed<AccountInput>) => void;
  /** Does one thing after another, together with all that happens here. */
  readonly inTurn: (work: () => void) => void;
  /** What ends with it. */
  readonly life: Subscription;
}

/** What changes in an {@link Engine}. */
interface Room {
  account: Account;
  hasEchoed: boolean;
}

const isChanged = (before: Account, after: Account): boolean =>
  before.open !== after.open ||
  before.rest !== after.rest ||
  before.holdings !== after.holdings ||
  before.status !== after.status ||
  before.epoch !== after.epoch ||
  before.cause !== after.cause ||
  before.provenAt !== after.provenAt;

/** Whether an order belongs to this process, by its id. */
export const isOwnId = (
  { AccountId, tags }: Pick<Engine, 'AccountId' | 'tags'>,
  ClientOrderId: number | bigint,
): boolean => [undefined, ...tags].some((idTag) => isOurs({ Account: AccountId, ClientOrderId }, { idTag }));

/** Whether a fill is of an order that is followed here, or that this process has sent. */
const isOwnFill =
  (engine: Engine) =>
  ({ OrderId, ClientOrderId = 0 }: Pick<OrderTrade, 'OrderId' | 'ClientOrderId'>): boolean =>
    engine.routes.ofOrder(OrderId).length > 0 ||
    isOwnId(engine, ClientOrderId) ||
    isOwnId(engine, standingOf(engine.account(), OrderId)?.order?.ClientOrderId ?? 0);

/** Two ends of one order are reported, once: whoever followed it is not told of the second as well. */
const contradict = ({ connection, routes }: Engine, known: Order, told: Order): void => {
  const ended = routes.ended(told);
  if (ended !== undefined) routes.forgetEnded(ended);
  const problem = `the exchange said ${says(known)}, and says ${says(told)}`;
  connection[inner].report(new Contradiction(told.OrderId, problem));
};

const perform = (engine: Engine, fills: Subject<Fill | Revised>, ask: Ask): void => {
  const { AccountId, connection } = engine;
  switch (ask._tag) {
    case 'Question':
      engine.life.add(ask$(connection, AccountId, ask.question, isOwnFill(engine)).subscribe(engine.take));
      return;
    case 'Told': {
      const standing = standingOf(engine.account(), ask.OrderId);
      if (standing !== undefined) tellStanding(engine, ask.OrderId, standing, ask.how);
      return;
    }
    case 'Fill':
      fills.next(ask.fill);
      return;
    case 'Report':
      connection[inner].report(ask.error);
      return;
    case 'Contradicted':
      contradict(engine, ask.known, ask.told);
  }
};

/** Notes that the exchange has told of an id of ours, and gives no id below it any more. */
const note = (engine: Engine, room: Room, ask: Ask): void => {
  const order = ask._tag === 'Told' ? standingOf(room.account, ask.OrderId)?.order : undefined;
  if (order === undefined) return;
  room.hasEchoed ||= isOwnId(engine, order.ClientOrderId);
  const parts = partsOfId(order.ClientOrderId);
  if (parts !== undefined) idsOfProcess(parts.idTag).raise(order.ClientOrderId);
};

/** Who is told of what. */
const createVoices = () => ({
  accounts: new Subject<Account>(),
  fills: new Subject<Fill | Revised>(),
  ons: new Subject<boolean>(),
});

/** Takes one input in, and does what comes of it. */
const step = (
  engine: Engine,
  room: Room,
  { accounts, fills, ons }: ReturnType<typeof createVoices>,
  input: Untimed<AccountInput>,
): void => {
  const before = room.account;
  const [after, asks] = accountStep(before, { ...input, at: now() });
  room.account = after;
  for (const ask of asks) note(engine, room, ask);
  if (isChanged(before, after)) accounts.next(after);
  for (const ask of asks) perform(engine, fills, ask);
  tellInput(engine, input);
  const hasTurned = before.isOn !== after.isOn || input._tag === 'Subscribed';
  // A loss that was brought about meanwhile has been told.
  if (!hasTurned || room.account.isOn !== after.isOn) return;
  ons.next(after.isOn);
  tellOn(engine.routes.all(), after.isOn);
};

/** Makes an {@link Engine} that is fed by nothing yet. */
export const createEngine = (connection: Connection, AccountId: number): Engine => {
  const room: Room = { account: newAccount(AccountId, now()), hasEchoed: false };
  const voices = createVoices();
  const inTurn = createOneByOne();
  let losses = 0;
  const takeIn = (input: Untimed<AccountInput>): void => {
    step(engine, room, voices, input);
    alarm.set(dueAt(room.account));
  };
  const take: Engine['take'] = (input) => {
    // At once, in the midst of a turn as well: nobody may be shown as live what another has just given up.
    if (input._tag === 'Lost') {
      losses += 1;
      takeIn(input);
      return;
    }
    const heardOn = losses;
    inTurn(() => {
      // What has begun on a link that was lost since has not begun.
      if (input._tag !== 'Subscribed' || heardOn === losses) takeIn(input);
    });
  };
  const alarm: Alarm = createAlarm(() => {
    if (dueAt(room.account) <= now()) take({ _tag: 'Woken' });
    else alarm.set(dueAt(room.account));
  });
  const engine: Engine = {
    connection,
    AccountId,
    account: () => room.account,
    account$: voices.accounts.asObservable(),
    on$: voices.ons.asObservable(),
    fill$: voices.fills.asObservable(),
    routes: createRoutes(),
    hasEchoed: () => room.hasEchoed,
    tags: new Set(),
    take,
    inTurn,
    life: new Subscription(() => {
      alarm.clear();
      voices.accounts.complete();
      voices.fills.complete();
    }),
  };
  return engine;
};
