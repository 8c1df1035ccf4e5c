import { Subscription, timer } from 'rxjs';
import { closed$ } from '../connection/closed.ts';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../entry.ts';
import type { ClientError } from '../errors.ts';
import { aBoolean, type ShapesOf } from '../misfits.ts';
import { createEngine, type Engine } from './engine.ts';
import { aTag, isTag } from './ids.ts';
import { accountInput$ } from './source.ts';
import { lateReplies } from './lateReply.ts';

/** An engine at work, and who needs it. */
interface Held {
  readonly engine: Engine;
  holders: number;
  auditors: number;
  /** An order was sent: it goes on until the client is closed. */
  isKept: boolean;
  lingering?: Subscription;
}

const enginesOver = new WeakMap<Inner, Map<number, Held>>();

const endCells = ({ routes }: Engine, reason: string | ClientError): void =>
  routes.all().forEach((cell) => cell.take({ _tag: 'Closed', reason }));

/** Nobody needs it, or there is nothing to come: whoever comes next begins another. */
const stop = (connection: Connection, held: Held): void => {
  const engines = enginesOver.get(connection[inner]);
  if (engines?.get(held.engine.AccountId) === held) engines.delete(held.engine.AccountId);
  held.lingering?.unsubscribe();
  // What was sent is looked up to its end all the same.
  if (!held.isKept) endCells(held.engine, 'nothing is subscribed to the account any more');
  held.engine.life.unsubscribe();
};

const start = (connection: Connection, AccountId: number): Held => {
  const engine = createEngine(connection, AccountId);
  return { engine, holders: 0, auditors: 0, isKept: false };
};

/** Feeds it: what happens to the account, replies that come late, and the end. */
const feed = (connection: Connection, held: Held): void => {
  const { engine } = held;
  const { inTurn, life, take: takeIn } = engine;
  const end = (): void => inTurn(() => stop(connection, held));
  life.add(connection.error$.subscribe(lateReplies(engine)));
  life.add(
    accountInput$(connection, engine.AccountId).subscribe((input) => {
      takeIn(input);
      if (input._tag !== 'Failed') return;
      // What is followed would stand for ever as it stood.
      endCells(engine, input.cause);
      end();
    }),
  );
  // Not ended with the rest: where the stream of the account was refused, orders are still to be told of the end.
  const closing = closed$(connection).subscribe(({ cause }) => {
    if (cause !== undefined) takeIn({ _tag: 'Failed', cause });
    endCells(engine, 'the client was closed: the order may be open at the exchange still, or filled');
    // Nothing is told behind `close()`, also where a handler calls it and more is waiting its turn.
    if (cause === undefined) stop(connection, held);
    else end();
  });
  life.add(() => {
    if (!held.isKept) closing.unsubscribe();
  });
};

const heldBy = (connection: Connection, AccountId: number): Held => {
  const engines = entryOf(enginesOver, connection[inner], () => new Map<number, Held>());
  const known = engines.get(AccountId);
  if (known !== undefined) return known;
  const held = start(connection, AccountId);
  engines.set(AccountId, held);
  held.engine.inTurn(() => feed(connection, held));
  return held;
};

/** Options of the streams of an account. */
export interface AccountOptions {
  /** Whether the account is compared with the exchange regularly. @default true */
  readonly audit?: boolean | undefined;
  /**
   * The number of this process, 0 to 7. Processes that trade one account need different numbers. With it, orders from
   * earlier runs of the process count as ours too, for all who follow the account.
   *
   * @default 0 in the ids of new orders, and only orders that this run sent count as ours
   */
  readonly idTag?: number | undefined;
}

/** What the tag may be, where it is the one option there is. */
export const tagShapes: ShapesOf<Pick<AccountOptions, 'idTag'>> = {
  idTag: { expected: aTag, is: (u) => typeof u === 'number' && isTag(u) },
};

/** What each of these may be. */
export const accountShapes: ShapesOf<AccountOptions> = { audit: aBoolean, ...tagShapes };

/** A hold of an engine, until it is ended. */
export interface Hold {
  readonly engine: Engine;
  /** It goes on until the client is closed, whoever holds it. */
  readonly keep: () => void;
  readonly end: Subscription;
}

/**
 * The engine of an account over a connection, for as long as it is held: one for all who follow the account, whichever
 * copy of a client they use. It begins with the first, and ends when the last has left and nobody has come in the same
 * turn, or with the client.
 */
export const holdEngine = (
  connection: Connection,
  AccountId: number,
  { audit = true, idTag }: AccountOptions = {},
): Hold => {
  const held = heldBy(connection, AccountId);
  const { engine } = held;
  if (idTag !== undefined) engine.tags.add(idTag);
  const count = (by: 1 | -1): void => {
    held.holders += by;
    if (!audit) return;
    held.auditors += by;
    const isAudited = held.auditors > 0;
    if (isAudited !== engine.account().audit.isOn) engine.take({ _tag: 'Audited', isAudited });
  };
  count(1);
  held.lingering?.unsubscribe();
  const end = new Subscription(() => {
    count(-1);
    if (held.holders === 0 && !held.isKept && !engine.life.closed)
      held.lingering = timer(0).subscribe(() => stop(connection, held));
  });
  return {
    engine,
    keep: () => {
      if (!held.isKept) count(1);
      held.isKept = true;
    },
    end,
  };
};
