/** What must hold, by name: at every emission and every frame, or at the end of a run. */
export const rules = {
  // Requests and sockets.
  'settled once': 'A request settles once: by one reply, an error, or because its caller has left.',
  'settled truly':
    'What settles a request is the reply to it, over the socket it went out on; never an event.',
  'settled in time': 'A request settles within its time limit.',
  'sent truly': '`sent: false` never reached the exchange, and `sent: true` did.',
  'sent once': 'No order goes over the wire twice.',
  numbers: 'A socket uses no sequence number twice.',
  frames: 'What is sent is a frame.',
  'login first': 'Nothing but pings goes before the answer to the login.',
  'streams first': 'On a new socket the streams of before begin before anything else is asked.',
  'account first': 'And those of accounts before those of markets.',
  'never left while wanted': 'What somebody listens to of an account goes on for as long as its socket.',
  'one subscription': 'One subscription a stream, and none that nobody listens to.',
  'nothing after close': 'After `close()` nothing is sent and nobody is told anything.',
  'nothing after leaving': 'Whoever has left is told nothing.',
  'nothing kept': 'When all have left, whoever comes next begins at nothing.',
  'no timers left': 'After the end no timer runs.',
  'never given up': 'A connection that nobody closes goes on.',
  // States.
  trust: "The parts of a state's trust agree, and go one way.",
  'told at once': 'Whoever follows a state is told one when it subscribes.',
  'never live when lost': 'While the connection is lost nothing is live, whoever hears of the loss first.',
  'snapshot first': 'On every socket a stream begins with a snapshot.',
  // Books.
  'one book': 'A book that the library keeps equals one that is folded by hand, at every frame.',
  'crossed truly':
    'A book is crossed, and not live, where its best bid is not below its best ask, and only there.',
  'never live when unreadable':
    'A book that an event was for which could not be read is not live until it has begun anew.',
  'kept views': 'A view that was kept does not change.',
  'repairs paced': 'Repairs of one book follow each other after their pause.',
  // Orders.
  'one order': 'One `placeOrder$` is at most one order at the exchange.',
  'never there': '`NotSent` and `Denied` are never at the exchange.',
  'ends truly': 'What is told last of an order is what the exchange says of it.',
  'life moves on':
    'The states of an order follow their table; `executed` never falls, and the end comes once.',
  'told of executions': 'What an event says was executed of an order is told of it at once.',
  'no contradiction': 'No end of an order is disproved where the exchange says nothing that it takes back.',
  'fills once': 'Each fill is told once.',
  'fills whole':
    'Fills that are called whole add up to what was executed; none is missing where all is well.',
  'orders true': "Orders and open orders are the exchange's, where all is quiet and live.",
  'balances true': 'And so are balances.',
  money: 'Money is neither made nor lost: an account has what its executions and their fees leave it.',
  'verbs truly': 'What is told of a cancel, a change or a replacement is what the exchange did.',
  'only ours': 'No order is canceled that nobody named and that is not ours.',
  'looks paced': 'Orders are looked for twice a second at the most.',
  'ids rise': 'Ids of orders rise, whatever the clock does.',
  // Bars, trades, slow consumers.
  bars: 'Bars are in order, each once; a final one changes only where that is counted.',
  'trades rise': 'Trades rise, but for those whose event was lost, and each is told once.',
  'trades whole': 'And have no holes but those that are told.',
  counters: 'What a slow consumer has received it has started, dropped, merged, or is waiting for.',
  'one at a time': 'A slow consumer works on one value at a time.',
  // Everything.
  errors: "What fails, fails with an error of the library's.",
  readable: 'Nothing is called unreadable where all is as it should be.',
  secrets: 'No secret is in an error.',
  uncaught: 'Nothing is thrown where nobody can catch it.',
  convergence: 'When the faults are over all becomes as it is at the exchange, within two minutes.',
  ends: 'The run comes to its end.',
  'same digest': 'The same seed goes the same way twice.',
} as const satisfies Readonly<Record<string, string>>;

/** One of them. */
export type Rule = keyof typeof rules;
