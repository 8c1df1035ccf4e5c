/** How many decimals a multiple of this increment has. */
export const decimalsOf = (increment) => Math.max(0, Math.ceil(-Math.log10(increment) - 1e-9));

/** The nearest multiple of the increment that is not above the value, as text. */
export const floorTo = (value, increment) =>
  (Math.floor(value / increment + 1e-9) * increment).toFixed(decimalsOf(increment));

/** How prices and quantities of an instrument are written. */
export const writerOf = ({ PriceIncrement = 0.01, QuantityIncrement }) => ({
  price: (value) => value.toFixed(decimalsOf(PriceIncrement)),
  quantity: (value) => value.toFixed(decimalsOf(QuantityIncrement)),
});

/** An amount with at most eight decimals and no zeros behind. */
export const amount = (value) => String(Number(value.toFixed(8)));

/** The time of day of an exchange's timestamp. */
export const clock = (epochMs) => new Date(epochMs).toISOString().slice(11, 19);

/** One order in a line: what was asked for, how it stands, how much of it is filled, and why it is over. */
export const orderLine = ({ order: { Side, Quantity, LimitPrice }, life }, symbol) => {
  const { _tag, ClientOrderId, executed, order: told, reason } = life;
  const fill =
    executed > 0 ? `, filled ${amount(executed)} at ${amount(Number((told?.AvgPrice ?? 0).toFixed(4)))}` : '';
  const why = reason === undefined ? '' : `, ${reason.message ?? reason}`;
  return `order ${ClientOrderId}: ${Side} ${amount(Number(Quantity))} ${symbol} at ${amount(Number(LimitPrice))}: ${_tag}${fill}${why}`;
};

/** How far the book can be trusted, and how often it has mended itself. */
export const bookState = ({ status, repairs }) =>
  repairs.done > 0 ? `${status}, repairs: ${repairs.done}` : status;

/** Where the connection stands, in words. */
export const stateLine = (state) => {
  switch (state._tag) {
    case 'Connecting':
      return state.attempt === 0 ? 'connecting' : `connecting again, attempt ${state.attempt}`;
    case 'Authenticating':
      return 'logging in';
    case 'Open':
      return 'open';
    case 'Probing':
      return 'open, but is anybody there?';
    case 'Waiting':
      return `none: ${state.cause.message} Next attempt in ${Math.round(state.delay)} ms`;
    default:
      return 'closed';
  }
};
