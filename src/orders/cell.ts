import { type Observable, ReplaySubject } from 'rxjs';
import { type Alarm, createAlarm } from './alarm.ts';
import type { Life, LifeAsk, LifeContext, LifeInput, OrderLife } from './life.ts';
import { lifeDueAt, lifeStep } from './lifeStep.ts';
import { now, type Untimed, wallOf } from './now.ts';
import type { OrderKey } from './shelf.ts';

/** One order that is followed: its state, and those who are told of it. */
export interface Cell {
  readonly AccountId: number;
  readonly ClientOrderId: OrderKey;
  readonly life: () => Life;
  /** How it stands: at once, and with every change; completes with the last. */
  readonly life$: Observable<OrderLife>;
  /** Tells for the first time how it stands. */
  readonly begin: () => void;
  readonly take: (input: Untimed<LifeInput>) => void;
}

/** What a {@link Cell} is made of. */
export interface CellSpec extends Pick<Cell, 'AccountId' | 'ClientOrderId'> {
  readonly life: Life;
  /** What the reducer is told of the rest of the world. */
  readonly context: () => LifeContext;
  readonly perform: (ask: LifeAsk, cell: Cell) => void;
  /** Called after each change, before it is told. */
  readonly changed: (cell: Cell, before: OrderLife) => void;
  /** Does one thing after the other. */
  readonly inTurn: (work: () => void) => void;
}

/** Runs the reducer of one order: feeds it, has its asks performed, wakes it, and tells what becomes of it. */
export const createCell = (spec: CellSpec): Cell => {
  const { AccountId, ClientOrderId, context, perform, changed, inTurn } = spec;
  const told = new ReplaySubject<OrderLife>(1);
  let { life } = spec;

  const tell = (): void => {
    const { shown } = life;
    told.next({ ...shown, at: wallOf(shown.at) });
    if (shown.isFinal) told.complete();
  };
  const step = (input: Untimed<LifeInput>): void => {
    const before = life.shown;
    const [next, asks] = lifeStep(life, { ...input, at: now() }, context());
    life = next;
    if (life.shown !== before) {
      changed(cell, before);
      tell();
    }
    for (const ask of asks) perform(ask, cell);
    if (life.shown.isFinal) alarm.clear();
    else alarm.set(lifeDueAt(life));
  };
  const take: Cell['take'] = (input) => {
    // The end of the client is told before `close()` returns, in the midst of a turn as well.
    if (input._tag === 'Closed') step(input);
    else inTurn(() => step(input));
  };
  const alarm: Alarm = createAlarm(() => {
    if (lifeDueAt(life) <= now()) take({ _tag: 'Woken' });
    else alarm.set(lifeDueAt(life));
  });
  const cell: Cell = {
    AccountId,
    ClientOrderId,
    life: () => life,
    life$: told.asObservable(),
    begin: tell,
    take,
  };
  return cell;
};
