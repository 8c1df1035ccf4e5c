/** Which way an order goes, as account objects spell it. */
export type Side = 'Buy' | 'Sell';

/** The number that positional rows carry for a side. */
export const sideNumber = { Buy: 0, Sell: 1 } as const satisfies Readonly<Record<Side, number>>;

/** The side that trades with this one. */
export const opposite = { Buy: 'Sell', Sell: 'Buy' } as const satisfies Readonly<Record<Side, Side>>;
