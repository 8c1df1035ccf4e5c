export type { Behaviour, StreamKind } from './gateway/behaviour.ts';
export type { Dialect } from './gateway/dialect/dialect.ts';
export { createExchange, type Exchange } from './gateway/exchange.ts';
export type { EventNumbering } from './gateway/eventNumbers.ts';
export type { Condition, Fault, FaultKind, Incident, Occasion } from './gateway/faults/fault.ts';
export { type FaultScript, faultScript, type FaultScriptOptions } from './gateway/faults/faultScript.ts';
export { faultKinds } from './gateway/faults/randomFault.ts';
export type {
  BalanceAtExchange,
  ExecutionAtExchange,
  Inspection,
  LevelAtExchange,
  OrderAtExchange,
} from './gateway/inspection.ts';
export type { Limits } from './gateway/limits.ts';
export type { ExchangeOptions } from './gateway/options.ts';
export type { Connected, Peer } from './gateway/peer.ts';
export { type Profile, profiles } from './gateway/profiles.ts';
export type { Verbs } from './gateway/verbs.ts';
export { demoUsers, type Permission, type SimulatedUser } from './gateway/users.ts';
export type { AccountSpec } from './market/account.ts';
export type { AccountChange } from './market/accountChange.ts';
export type { InstrumentSpec, SessionStatus } from './market/instrument.ts';
export type { Market } from './market/market.ts';
export type { ProductSpec } from './market/product.ts';
export type { TradingLimits } from './market/tradingLimits.ts';
