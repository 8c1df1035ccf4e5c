/** The kinds of streams, by what is subscribed to. */
export type StreamKind = 'Level1' | 'Level2' | 'Trades' | 'Ticker' | 'Account' | 'OrderState' | 'BlockTrades';

/** How the gateway behaves where its manuals are silent or disagree. */
export interface Behaviour {
  /**
   * Whether what a request causes is sent before the reply to it. A subscribe is then preceded by an event that
   * repeats a part of its snapshot, where there is one to repeat.
   *
   * @default false
   */
  readonly eventBeforeReply: boolean;
  /**
   * What a private call is told without a login that reaches it: that there is no such endpoint, as gateways have
   * been seen to answer, or code 20, as is documented.
   *
   * @default 'endpointNotFound'
   */
  readonly unauthenticated: 'endpointNotFound' | 'notAuthorized';
  /**
   * What a subscribe to an account of another's is told: `{"Subscribed":false}`, code 20, or that there is no such
   * endpoint.
   *
   * @default 'notSubscribed'
   */
  readonly foreignAccount: 'notSubscribed' | 'notAuthorized' | 'endpointNotFound';
  /**
   * The frame that carries a refusal with a code: a reply, or an error.
   *
   * @default 'reply'
   */
  readonly refusals: 'reply' | 'error';
  /**
   * Whether the keys of a payload must be in their one right case.
   *
   * @default false
   */
  readonly strictKeys: boolean;
  /**
   * Whether the names of functions must be spelled as they are listed; else their case does not matter. There is no
   * such endpoint under any other name.
   *
   * @default false
   */
  readonly strictNames: boolean;
  /**
   * What becomes of a request whose number is 0: an answer with that number, or silence.
   *
   * @default 'answered'
   */
  readonly numberZero: 'answered' | 'ignored';
  /**
   * What becomes of the message types for subscribing and unsubscribing, 2 and 4: an answer as to a request, the
   * answer that there is no such endpoint, or silence.
   *
   * @default 'answered'
   */
  readonly subscribeTypes: 'answered' | 'refused' | 'ignored';
  /**
   * The kinds of streams of which a second subscribe on one connection is taken as a fresh one: it is answered with
   * the present state, and the stream goes on once. All others are refused with code 909.
   *
   * @default []
   */
  readonly resubscribable: readonly StreamKind[];
  /**
   * Whether a subscribe to a book that is on, with another `Depth`, is a second one, or takes its place.
   *
   * @default 'second'
   */
  readonly otherDepth: 'second' | 'replaces';
  /**
   * How far an unsubscribe from order states reaches: to the stream of the instrument it names (or of none, where it
   * names none), or to all of the account.
   *
   * @default 'filter'
   */
  readonly unsubscribeOrderStates: 'filter' | 'account';
  /**
   * How often an `OrderStateEvent` comes over a connection with several streams it belongs to.
   *
   * @default 'perStream'
   */
  readonly orderStates: 'perStream' | 'once';
  /**
   * How many milliseconds lie between two `Level1UpdateEvent`s of one instrument on one connection at the least: what
   * changes meanwhile is told at their end, once, as it is then. At 0 every change is told; the one gateway that was
   * measured told 2 to 8 a minute, so that 7_500 comes near to it.
   *
   * @default 0
   */
  readonly level1Interval: number;
  /**
   * What the list calls answer when they have taken a list: code 107 with `result: false`, or success.
   *
   * @default 'inProcess'
   */
  readonly takenLists: 'inProcess' | 'success';
  /**
   * Which orders and cancels that are refused are told by an event, too: those of lists, or those that were sent
   * alone as well. A replacement that is refused always is.
   *
   * @default 'lists'
   */
  readonly rejectEvents: 'lists' | 'all';
  /**
   * What a logout of the client's ends: the streams of its accounts, all its streams, or the connection.
   *
   * @default 'accountStreams'
   */
  readonly logOutEnds: 'accountStreams' | 'allStreams' | 'connection';
  /**
   * What follows a `LogoutEvent`: nothing, or the end of the connection.
   *
   * @default 'nothing'
   */
  readonly afterLogoutEvent: 'nothing' | 'close';
  /**
   * The payload of a `LogoutEvent`.
   *
   * @default '{}'
   */
  readonly logoutPayload: string;
  /**
   * What becomes of the logins of a user, on other connections, who logs in once more: they stay, or they end with a
   * `LogoutEvent`.
   *
   * @default 'stay'
   */
  readonly earlierLogins: 'stay' | 'end';
  /**
   * How many requests a connection may make within how many milliseconds, and what becomes of those beyond: refused
   * with code 101, not answered, or the end of the connection.
   *
   * @default 'none', no limit
   */
  readonly rateLimit:
    | 'none'
    | {
        readonly requests: number;
        readonly within: number;
        readonly beyond: 'refused' | 'ignored' | 'dropped';
      };
}

/** How an exchange behaves unless it is told otherwise. */
export const defaultBehaviour: Behaviour = {
  eventBeforeReply: false,
  unauthenticated: 'endpointNotFound',
  foreignAccount: 'notSubscribed',
  refusals: 'reply',
  strictKeys: false,
  strictNames: false,
  numberZero: 'answered',
  subscribeTypes: 'answered',
  resubscribable: [],
  otherDepth: 'second',
  unsubscribeOrderStates: 'filter',
  orderStates: 'perStream',
  level1Interval: 0,
  takenLists: 'inProcess',
  rejectEvents: 'lists',
  logOutEnds: 'accountStreams',
  afterLogoutEvent: 'nothing',
  logoutPayload: '{}',
  earlierLogins: 'stay',
  rateLimit: 'none',
};
