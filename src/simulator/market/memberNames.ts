/** What the numbers of `Side` stand for. */
export const sideNames: readonly string[] = ['Buy', 'Sell', 'Short', 'Unknown'];

/** What the numbers of `OrderType` stand for. */
export const orderTypeNames: readonly string[] = [
  'Unknown',
  'Market',
  'Limit',
  'StopMarket',
  'StopLimit',
  'TrailingStopMarket',
  'TrailingStopLimit',
  'BlockTrade',
];

/** What the numbers of `TimeInForce` stand for; 0 is what is sent where none was chosen. */
export const termNames: readonly string[] = ['GTC', 'GTC', 'OPG', 'IOC', 'FOK', 'GTX', 'GTD'];

/** What the numbers of `PegPriceType` stand for. */
export const pegNames: readonly string[] = ['Unknown', 'Last', 'Bid', 'Ask', 'Midpoint'];
