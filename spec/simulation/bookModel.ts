import type { PlainBook } from './consumers/consumer.ts';

type Row = readonly number[];
const [action, price, quantity, side] = [3, 6, 8, 9];

interface Model {
  /** The number of the subscribe whose answer it begins with, or has begun with. */
  readonly sequence: number;
  /** What came before the snapshot; none is held back any more once that is there. */
  held: (readonly Row[])[] | undefined;
  readonly book: Map<string, number>;
  /** Nobody can tell any more, as something could not be read: in a dialect that this does not speak, or in none. */
  isBroken: false | 'unknown' | 'unreadable';
}

/** The books of one socket, folded from what goes over it by nothing but this. */
export interface BookModel {
  readonly begin: (instrument: string, sequence: number) => void;
  readonly end: (instrument: string) => void;
  readonly snapshot: (sequence: number, text: string) => void;
  readonly update: (text: string) => void;
  /** Whether the book cannot be trusted any more, as an event of it was in no language. */
  readonly isUnreadable: (instrument: number) => boolean;
  /** What a book must be like, where that can be told. */
  readonly book: (instrument: number) => PlainBook | undefined;
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isNumber = (cell: unknown): boolean => cell !== null && !Number.isNaN(Number(cell));

/** The rows in a frame; none where they are not as most dialects have them. */
const rowsIn = (text: string): readonly Row[] | undefined => {
  const { o } = (jsonIn(text) ?? {}) as { readonly o?: unknown };
  const rows = typeof o === 'string' ? jsonIn(o) : undefined;
  const isWhole = Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.length >= 10);
  return isWhole ? (rows as readonly Row[]) : undefined;
};

const fold = ({ book }: Model, rows: readonly Row[]): void => {
  for (const row of rows) {
    const level = `${row[side]} ${Number(row[price])}`;
    if (row[action] === 2) book.delete(level);
    else book.set(level, Number(row[quantity]));
  }
};

/** Whether a snapshot has what an event says that came before it: by the ids, where its rows are not only numbered. */
const isIn = (snapshot: readonly Row[], event: readonly Row[]): boolean => {
  const greatest = Math.max(...snapshot.map(([id = NaN]) => id));
  return !snapshot.every(([id], index) => id === index + 1) && event.every(([id = NaN]) => id <= greatest);
};

/** A {@link BookModel} of no books yet. */
export const createBookModel = (): BookModel => {
  const models = new Map<string, Model>();
  return {
    begin: (instrument, sequence) => {
      models.set(instrument, { sequence, held: [], book: new Map(), isBroken: false });
    },
    end: (instrument) => models.delete(instrument),
    snapshot: (sequence, text) => {
      const model = [...models.values()].find((one) => one.sequence === sequence);
      if (model?.held === undefined) return;
      const rows = rowsIn(text);
      if (rows === undefined) model.isBroken = 'unknown';
      else for (const part of [rows, ...model.held.filter((event) => !isIn(rows, event))]) fold(model, part);
      model.held = undefined;
    },
    update: (text) => {
      const rows = rowsIn(text);
      // Whose it was cannot be told.
      if (rows === undefined) for (const model of models.values()) model.isBroken ||= 'unknown';
      for (const [instrument, model] of models) {
        const own = rows?.filter((row) => String(row[7]) === instrument) ?? [];
        if (own.length === 0) continue;
        if (!own.every((row) => row.every(isNumber))) model.isBroken = 'unreadable';
        else if (model.held === undefined) fold(model, own);
        else model.held.push(own);
      }
    },
    isUnreadable: (instrument) => models.get(String(instrument))?.isBroken === 'unreadable',
    book: (instrument) => {
      const model = models.get(String(instrument));
      return model === undefined || model.held !== undefined || model.isBroken !== false
        ? undefined
        : model.book;
    },
  };
};
