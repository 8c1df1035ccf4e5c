/** An event that an exchange may push: its name on the wire, and by its type what it tells. */
export interface PushedEvent<P> {
  readonly name: string;
  /** Of the type alone: no event has it. */
  readonly payload?: P;
}

/**
 * Names an event of your venue's own, so that its pushes are checked by the compiler.
 *
 * @example
 * const IndexUpdateEvent = pushedEvent<{ readonly IndexId: number; readonly Value: number }>('IndexUpdateEvent');
 * scriptedExchange().push(IndexUpdateEvent, { IndexId: 1, Value: 100.5 });
 */
export const pushedEvent = <P>(name: string): PushedEvent<P> => ({ name });
