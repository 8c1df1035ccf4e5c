import type { Exchange } from '../../../src/simulator/index.ts';
import type { Consumer } from '../consumers/consumer.ts';
import { untruth } from '../truth.ts';
import type { User } from '../user/user.ts';

/** What somebody watches over, and would find out. */
const audited: readonly string[] = ['orderBook', 'touch', 'orders', 'openOrders', 'balances', 'fills'];

/** What is known of a user at a look. */
export interface Look {
  /** Whether only what is audited must be right. */
  readonly isAuditedOnly: boolean;
  /** The mark of an order that it has sent, to see whether somebody hears of its account. */
  readonly probe: number | undefined;
}

/** Why not all is well with a user yet. */
export const troublesOf = (
  exchange: Exchange,
  user: User,
  { isAuditedOnly, probe }: Look,
): readonly string[] => {
  if (user.isClosed()) return [];
  const orders = user.trading?.troubles() ?? [];
  const socket = user.tap.socket();
  const mayHold = user.mayHold();
  if (socket?.isLoggedIn() !== true)
    return user.consumers().length === 0 && mayHold === undefined ? orders : [`${user.name} is not open`];
  const wanted = new Set(user.consumers().map(({ stream }) => stream));
  const on = [...socket.streams.keys()];
  const isClaimed = ({ what, stream }: Consumer): boolean =>
    !isAuditedOnly || (audited.includes(what) && !stream.startsWith('Level1'));
  const claimed = user.consumers().filter(isClaimed);
  return [
    ...claimed.flatMap((consumer) => untruth(exchange, consumer, user.account, probe) ?? []),
    ...on
      .filter((stream) => !wanted.has(stream) && stream !== mayHold)
      .map((stream) => `${stream} is on and nobody listens`),
    ...[...wanted].filter((stream) => !on.includes(stream)).map((stream) => `${stream} is not on`),
    ...orders,
  ].map((trouble) => `${user.name} ${trouble}`);
};
