import { type BookModel, createBookModel } from '../bookModel.ts';

/** How a stream stands on a socket, as the frames tell it. */
type OnWire = 'asked' | 'on';

/** One socket, by what has gone over it. */
export interface TappedSocket {
  readonly number: number;
  readonly streams: ReadonlyMap<string, OnWire>;
  /** What has answered a request with this number. */
  readonly isAnswered: (sequence: number) => boolean;
  readonly isOver: () => boolean;
  readonly isLoggedIn: () => boolean;
}

/** What is known of a socket while it is there. */
export interface Living {
  readonly tapped: TappedSocket;
  readonly streams: Map<string, OnWire>;
  readonly calls: Map<number, { readonly name: string; readonly stream: string }>;
  /** The number of the last subscribe of each stream. */
  readonly lastCalls: Map<string, number>;
  readonly answered: Set<number>;
  readonly books: BookModel;
  loginSequence: number | undefined;
  isLoggedIn: boolean;
  isOver: boolean;
  spoken: number;
}

/** A socket over which nothing has gone. */
export const createLiving = (number: number, isLoggedIn: boolean): Living => {
  const streams = new Map<string, OnWire>();
  const answered = new Set<number>();
  const living: Living = {
    tapped: {
      number,
      streams,
      isAnswered: (sequence) => answered.has(sequence),
      isOver: () => living.isOver,
      isLoggedIn: () => living.isLoggedIn,
    },
    ...{ streams, answered, calls: new Map(), lastCalls: new Map(), books: createBookModel() },
    ...{ loginSequence: undefined, isLoggedIn, isOver: false, spoken: 0 },
  };
  return living;
};

/** Whether an account is followed on a socket. */
export const isAccountOn = ({ streams }: Living): boolean =>
  [...streams].some(([stream, state]) => state === 'on' && stream.startsWith('AccountEvents'));
