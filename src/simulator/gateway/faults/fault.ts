/** A fault that lasts for a while. */
export type Condition =
  /** Attempts to connect are refused. */
  | { readonly does: 'refuse' }
  /** Half-open: connections stay open, but nothing is sent, and messages in both directions are lost. */
  | { readonly does: 'mute' }
  /** Replies to one function, or to all, are held back, and sent at the end, oldest first. */
  | { readonly does: 'withhold'; readonly name?: string }
  /** All replies are held back, and sent at the end, newest first. */
  | { readonly does: 'reorder' }
  /** Replies are sent `by` milliseconds later; events are not delayed and overtake them. */
  | { readonly does: 'delay'; readonly by: number }
  /** Every reply is sent twice. */
  | { readonly does: 'duplicate' }
  /** Events that a request causes are sent before its reply, and a part of a snapshot before the snapshot. */
  | { readonly does: 'eventFirst' }
  /** A connection gets only one message `every` so many milliseconds. */
  | { readonly does: 'drip'; readonly every: number }
  /**
   * Requests, to one function or to all, are executed `by` milliseconds later, even if their connection is gone by
   * then. The reply is sent then, if the connection is still open.
   */
  | { readonly does: 'late'; readonly name?: string; readonly by: number }
  /** Requests, to one function or to all, are neither executed nor answered. */
  | { readonly does: 'swallow'; readonly name?: string }
  /** Events with this name are lost although the connection works: the `nth` one of each connection, or all. */
  | { readonly does: 'lose'; readonly event: string; readonly nth?: number }
  /** Events with this name are sent twice. */
  | { readonly does: 'repeat'; readonly event: string }
  /** An account gets the event of an execution before the event of the order that it changed. */
  | { readonly does: 'swapFills' }
  /** Lists and histories of orders and executions are answered as they were `by` milliseconds ago. */
  | { readonly does: 'historyLag'; readonly by: number }
  /** Events of executions have the `ClientOrderId` 0. */
  | { readonly does: 'noClientOrderId' }
  /** All order versions made meanwhile have the same `LastUpdatedTimeTicks`. */
  | { readonly does: 'slowTicks' }
  /**
   * Of the levels that leave a book, so many `levels` are never reported as deleted, not even later; a snapshot is
   * correct.
   */
  | { readonly does: 'ghost'; readonly levels: number }
  /** Book streams report a bid above the best ask, and the true book at the end. */
  | { readonly does: 'crossed' }
  /** A `ClientOrderId` is accepted although another open order of the account has it. */
  | { readonly does: 'idReuse' };

/** A fault that happens once, to every connection. */
export type Incident =
  /** The connection is lost without a closing handshake. */
  | { readonly does: 'drop' }
  /** The login of one user, or of every user, ends with a `LogoutEvent`. */
  | { readonly does: 'logOut'; readonly userId?: number }
  /** A user logs in elsewhere, on a venue where that ends this login with a `LogoutEvent`. */
  | { readonly does: 'secondLogin'; readonly userId: number }
  /** A message is sent that is not a frame. */
  | { readonly does: 'malformedFrame'; readonly text: string }
  /** An event is sent whose payload does not match its name, or is not JSON. */
  | { readonly does: 'malformedPayload'; readonly name: string; readonly payload: string }
  /** An event with an unknown name is sent. */
  | { readonly does: 'unknownEvent'; readonly name: string }
  /** An unknown event is sent, with a payload of `size` characters. */
  | { readonly does: 'oversizeFrame'; readonly size: number };

/** When a fault happens. */
export interface Occasion {
  /** How many milliseconds after the script starts; 0 is synchronous with the call that starts it. @default 0 */
  readonly after?: number;
  /** Then waits for a frame from a client; if none arrives, the fault does not happen. @default does not wait */
  readonly on?: {
    /** Which frame from then on: 1 is the next. */
    readonly frame: number;
    /** Counts only frames of this function. @default counts all frames */
    readonly name?: string;
    /** Whether it happens before the frame is executed, or after that but before its reply is sent. @default 'heard' */
    readonly when?: 'heard' | 'carriedOut';
  };
}

/** One fault, and when it happens; a condition also has a duration, `lasts`, in milliseconds. */
export type Fault = Occasion & (Incident | (Condition & { readonly lasts: number }));

/** The name of a fault. */
export type FaultKind = Fault['does'];
