import type { OrderRequest } from './limits.ts';

/** The commands that send one order, which is their parameters. */
const ofOne: ReadonlySet<string> = new Set(['SendOrder', 'CancelReplaceOrder']);
/** The commands that send a list of orders. */
const ofMany: ReadonlySet<string> = new Set(['SendOrderList', 'SendCancelReplaceList']);
/** The commands that put something else into a market. */
const ofOthers: ReadonlySet<string> = new Set([
  'CreateQuote',
  'SendMarginQuote',
  'SubmitBlockTrade',
  'UpdateQuote',
]);

/** Whether a command puts orders, quotes or block trades into a market. */
export const sendsOrders = (call: string): boolean =>
  ofOne.has(call) || ofMany.has(call) || ofOthers.has(call);

/**
 * The orders that a command sends, as its parameters have them. None for other commands, for quotes and block trades, and
 * for a command whose parameters are not known yet.
 */
export const ordersIn = (call: string, params: unknown): readonly OrderRequest[] => {
  if (params === undefined) return [];
  // Each of these commands takes nothing else.
  if (ofOne.has(call)) return [params as OrderRequest];
  return ofMany.has(call) && Array.isArray(params) ? (params as readonly OrderRequest[]) : [];
};
