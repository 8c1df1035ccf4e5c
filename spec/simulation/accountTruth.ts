import type { Exchange } from '../../src/simulator/index.ts';
import type { AccountPart } from './consumers/consumer.ts';

type Id = number | bigint;

/** An open order as a line. */
export const openText = ({ OrderId, Quantity }: { OrderId: Id; Quantity: number | string }): string =>
  `${OrderId} ${Number(Quantity)}`;

/** A fill as a line. */
export const fillText = ({
  OrderId,
  ExecutionId,
  Quantity,
}: {
  readonly OrderId: Id;
  readonly ExecutionId?: Id | undefined;
  readonly Quantity: number | string;
}): string => `${OrderId} ${ExecutionId} ${Number(Quantity)}`;

const rowsOf = (exchange: Exchange, account: number, of: AccountPart): readonly string[] => {
  if (of._tag === 'Open')
    return exchange
      .orders(account)
      .filter(({ OrderState }) => OrderState === 'Working')
      .map(openText);
  if (of._tag === 'Balances')
    return exchange
      .balances(account)
      .map(({ ProductId, Amount, Hold }) => `${ProductId} ${Number(Amount)} ${Number(Hold)}`);
  return exchange
    .executions(account)
    .filter(({ TradeTimeMS }) => TradeTimeMS > of.since)
    .map(fillText);
};

/** How an account differs from what is told of it; nothing where it does not. */
export const accountUntruth = (
  exchange: Exchange,
  account: number,
  of: AccountPart,
  told: readonly string[],
): string | undefined => {
  const there = rowsOf(exchange, account, of);
  const missing = there.filter((row) => !told.includes(row));
  // More fills than those of late may be told.
  const all = of._tag === 'Fills' ? rowsOf(exchange, account, { _tag: 'Fills', since: 0 }) : there;
  const extra = told.filter((row, index) => !all.includes(row) || told.indexOf(row) !== index);
  return missing.length + extra.length === 0
    ? undefined
    : `lacks ${missing.slice(0, 3).join(', ') || 'nothing'}, has ${extra.slice(0, 3).join(', ') || 'nothing'} too many`;
};

/** All that is true of an account, as one text: what has changed has not been told of for sure yet. */
export const accountText = (exchange: Exchange, account: number): string =>
  (['Open', 'Balances'] as const)
    .flatMap((_tag) => rowsOf(exchange, account, { _tag }))
    .concat(exchange.orders(account).map(({ OrderState, Quantity }) => `${OrderState} ${Quantity}`))
    .join();
