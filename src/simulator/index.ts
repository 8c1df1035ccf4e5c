export { createExchange, type Exchange } from './gateway/exchange.ts';
export type { EventNumbering } from './gateway/eventNumbers.ts';
export type { ExchangeOptions } from './gateway/options.ts';
export type { Connected, Peer } from './gateway/session.ts';
export { demoUsers, type Permission, type SimulatedUser } from './gateway/users.ts';
export type { AccountSpec } from './market/account.ts';
export type { InstrumentSpec, SessionStatus } from './market/instrument.ts';
export type { Market } from './market/market.ts';
export type { ProductSpec } from './market/product.ts';
