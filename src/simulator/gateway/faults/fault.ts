/** Something that is wrong for a while. */
export type Condition =
  /** Attempts to connect are refused. */
  | { readonly does: 'refuse' }
  /** Half-open: connections stay, nothing is sent, nothing is heard, and what is said meanwhile is lost. */
  | { readonly does: 'mute' }
  /** Replies to one function, or to all, are kept back; then they are sent, the oldest first. */
  | { readonly does: 'withhold'; readonly name?: string }
  /** All replies are kept back; then they are sent, the newest first. */
  | { readonly does: 'reorder' }
  /** Replies come so many milliseconds later, and are overtaken by events. */
  | { readonly does: 'delay'; readonly by: number }
  /** Every reply comes twice. */
  | { readonly does: 'duplicate' }
  /** What a request causes is sent before the reply to it, and a part of a snapshot before the snapshot. */
  | { readonly does: 'eventFirst' }
  /** A connection is given one message every so many milliseconds. */
  | { readonly does: 'drip'; readonly every: number }
  /**
   * What is asked meanwhile, of one function or of all, is acted on so many milliseconds later, whether or not its
   * connection lives by then; the reply comes then, if there is a connection left to take it.
   */
  | { readonly does: 'late'; readonly name?: string; readonly by: number }
  /** What is asked of one function, or of all, is never acted on and never replied to. */
  | { readonly does: 'swallow'; readonly name?: string }
  /** Events of one name are lost on living connections: the `nth` one that each would have heard, or all of them. */
  | { readonly does: 'lose'; readonly event: string; readonly nth?: number }
  /** Events of one name come twice. */
  | { readonly does: 'repeat'; readonly event: string }
  /** An account is told of an execution before it is told of the order that it changed. */
  | { readonly does: 'swapFills' }
  /** Lists and histories of orders and executions are answered as they were so many milliseconds ago. */
  | { readonly does: 'historyLag'; readonly by: number }
  /** Events of executions tell no `ClientOrderId`: it is 0 in them. */
  | { readonly does: 'noClientOrderId' }
  /** All versions of orders that are made have the same `LastUpdatedTimeTicks`. */
  | { readonly does: 'slowTicks' }
  /**
   * So many levels of each book that vanish are never told to be gone, also not later; a snapshot tells the truth.
   */
  | { readonly does: 'ghost'; readonly levels: number }
  /** The streams of every book tell of a bid above the best ask, and in the end what there really is. */
  | { readonly does: 'crossed' }
  /** A `ClientOrderId` is taken that another open order of the account has. */
  | { readonly does: 'idReuse' };

/** Something that happens to every connection at once. */
export type Incident =
  /** The link is lost without a word. */
  | { readonly does: 'drop' }
  /** The login of a user ends with a `LogoutEvent`; that of every user, where none is named. */
  | { readonly does: 'logOut'; readonly userId?: number }
  /** A user logs in elsewhere, on a venue where that ends the login here, with a `LogoutEvent`. */
  | { readonly does: 'secondLogin'; readonly userId: number }
  /** A message comes that is no frame, whatever it is. */
  | { readonly does: 'malformedFrame'; readonly text: string }
  /** An event comes whose payload is not what its name says, or no JSON. */
  | { readonly does: 'malformedPayload'; readonly name: string; readonly payload: string }
  /** An event comes that nobody knows. */
  | { readonly does: 'unknownEvent'; readonly name: string }
  /** An event comes that nobody knows, with a payload of so many characters. */
  | { readonly does: 'oversizeFrame'; readonly size: number };

/** When a fault happens. */
export interface Occasion {
  /**
   * So many milliseconds after the script began; at 0 within the call that begins it.
   *
   * @default 0
   */
  readonly after?: number;
  /**
   * Not at once then, but with a frame of a client's, if one comes.
   *
   * @default at once
   */
  readonly on?: {
    /** Which one that is heard from then on: 1 is the next. */
    readonly frame: number;
    /**
     * Frames of other functions do not count.
     *
     * @default all count
     */
    readonly name?: string;
    /**
     * Before the frame is acted on, or when it was and the reply is still to be sent.
     *
     * @default 'heard'
     */
    readonly when?: 'heard' | 'carriedOut';
  };
}

/** One thing that goes wrong, and when; what stays wrong says for how many milliseconds. */
export type Fault = Occasion & (Incident | (Condition & { readonly lasts: number }));

/** What a fault does, by name. */
export type FaultKind = Fault['does'];
