/** The kinds of streams, by their subscribe function. */
export type StreamKind = 'Level1' | 'Level2' | 'Trades' | 'Ticker' | 'Account' | 'OrderState' | 'BlockTrades';

/** How the gateway behaves where the documentation is silent or contradicts itself. */
export interface Behaviour {
  /**
   * Whether the events that a request causes are sent before its reply. A subscribe is then preceded by an event that
   * repeats a part of its snapshot, if it has one.
   *
   * @default false
   */
  readonly eventBeforeReply: boolean;
  /**
   * How a private call without a login is refused: `Endpoint Not Found`, as gateways actually answer, or code 20, as
   * documented.
   *
   * @default 'endpointNotFound'
   */
  readonly unauthenticated: 'endpointNotFound' | 'notAuthorized';
  /**
   * How a subscribe to another user's account is refused: `{"Subscribed":false}`, code 20, or `Endpoint Not Found`.
   *
   * @default 'notSubscribed'
   */
  readonly foreignAccount: 'notSubscribed' | 'notAuthorized' | 'endpointNotFound';
  /** The type of frame that carries a refusal with a code: a reply, or an error. @default 'reply' */
  readonly refusals: 'reply' | 'error';
  /** Whether the keys of a payload are case-sensitive. @default false */
  readonly strictKeys: boolean;
  /** Whether function names are case-sensitive. A wrong name is answered with `Endpoint Not Found`. @default false */
  readonly strictNames: boolean;
  /**
   * What happens to a request with sequence number 0: it is answered with that number, or ignored.
   *
   * @default 'answered'
   */
  readonly numberZero: 'answered' | 'ignored';
  /**
   * What happens to frames of the types subscribe (2) and unsubscribe (4): they are answered like requests, refused
   * with `Endpoint Not Found`, or ignored.
   *
   * @default 'answered'
   */
  readonly subscribeTypes: 'answered' | 'refused' | 'ignored';
  /**
   * The kinds of streams for which a second subscribe on one connection succeeds: it gets a new snapshot, and updates
   * are still sent once. For all other kinds it is refused with code 909.
   *
   * @default []
   */
  readonly resubscribable: readonly StreamKind[];
  /**
   * Whether a second subscribe to a book with another `Depth` counts as a second subscribe, or replaces the first.
   *
   * @default 'second'
   */
  readonly otherDepth: 'second' | 'replaces';
  /**
   * What an unsubscribe from order states ends: only the stream of the instrument it names (or the one without an
   * instrument), or all of the account.
   *
   * @default 'filter'
   */
  readonly unsubscribeOrderStates: 'filter' | 'account';
  /**
   * How often an `OrderStateEvent` is sent on a connection with several matching streams: once per stream, or once.
   *
   * @default 'perStream'
   */
  readonly orderStates: 'perStream' | 'once';
  /**
   * The minimum time between two `Level1UpdateEvent`s of one instrument on one connection, in milliseconds. Changes in
   * between are conflated: only the latest values are sent. 0 sends every change. The one gateway that was measured
   * sent 2 to 8 a minute; 7_500 comes close to that.
   *
   * @default 0
   */
  readonly level1Interval: number;
  /**
   * The reply of list calls such as `SendOrderList` to an accepted list: code 107 with `result: false`, or success.
   *
   * @default 'inProcess'
   */
  readonly takenLists: 'inProcess' | 'success';
  /**
   * Which rejected orders and cancels also cause an event: only those in lists, or all. A rejected replacement always
   * does.
   *
   * @default 'lists'
   */
  readonly rejectEvents: 'lists' | 'all';
  /**
   * What a client's logout ends: the streams of its accounts, all its streams, or the connection.
   *
   * @default 'accountStreams'
   */
  readonly logOutEnds: 'accountStreams' | 'allStreams' | 'connection';
  /** What happens after a `LogoutEvent`: nothing, or the connection is closed. @default 'nothing' */
  readonly afterLogoutEvent: 'nothing' | 'close';
  /**
   * The payload of a `LogoutEvent`.
   *
   * @default '{}'
   */
  readonly logoutPayload: string;
  /**
   * What happens to a user's logins on other connections when the user logs in again: they stay, or they end with a
   * `LogoutEvent`.
   *
   * @default 'stay'
   */
  readonly earlierLogins: 'stay' | 'end';
  /**
   * The rate limit: at most `requests` per connection `within` so many milliseconds. Requests `beyond` that are refused
   * with code 101, are ignored, or end the connection.
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
