import type { Apart } from './Apart.ts';

export const trading: Apart = {
  requestsApart: {
    // The exchange's own tables spell the field ClientOrderId; a misspelt one would be passed over.
    'functions/CancelReplaceOrder.request.02.json': { refused: /: ClientOrdId should be left out/ },
    'functions/SendCancelReplaceList.request.01.json': { refused: /: 0\.ClientOrdId should be left out/ },
    // A number as text; the order type has no use for it anyway.
    'functions/SendOrderList.request.01.json': { refused: /: 0\.PegPriceType should be one of .* is "3"/ },
  },
  repliesApart: {},
};
