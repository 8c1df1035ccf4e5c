/** An event that an exchange may push: its name on the wire, and the type of its payload. */
export interface PushedEvent<P> {
  readonly name: string;
  /** For the type only: no value has it. */
  readonly payload?: P;
}

/**
 * Declares an event of your venue, so that the compiler checks the payloads you push.
 *
 * @example
 * const IndexUpdateEvent = pushedEvent<{ readonly IndexId: number; readonly Value: number }>('IndexUpdateEvent');
 * scriptedExchange().push(IndexUpdateEvent, { IndexId: 1, Value: 100.5 });
 */
export const pushedEvent = <P>(name: string): PushedEvent<P> => ({ name });
