import type { Apart } from './Apart.ts';

const common = { OMSId: 1, ClientOrdId: 0, TimeInForce: 1 };
const stop = {
  ...common,
  OrderIdToReplace: 123456,
  AccountId: 20,
  InstrumentId: 9,
  StopPrice: 1.363,
  Quantity: 7322.24,
};
const limit = { ...common, AccountId: 7, InstrumentId: 1, OrderType: 2, Side: 0 };

export const trading: Apart = {
  requestsApart: {
    // The samples name what is sent by number.
    'functions/CancelReplaceOrder.request.02.json': { sent: { ...stop, OrderType: 3, Side: 0 } },
    'functions/SendCancelReplaceList.request.01.json': {
      sent: [
        { ...limit, ReplaceOrderId: 6696, LimitPrice: 29500, Quantity: 0.003 },
        { ...limit, ReplaceOrderId: 6698, LimitPrice: 29900, Quantity: 0.004 },
      ],
    },
    // A number as text; the order type has no use for it anyway.
    'functions/SendOrderList.request.01.json': { refused: /: 0\.PegPriceType should be one of .* is "3"/ },
  },
  repliesApart: {},
};
