import type { Apart } from './Apart.ts';

/** Of the functions that ask about accounts, users, products, fees and prices. */
export const queries: Apart = {
  requestsApart: {
    // A name is taken, and the number is what is sent.
    'functions/GetOrderFee.request.01.json': {
      sent: {
        OMSId: 1,
        AccountId: 9,
        InstrumentId: 1,
        Quantity: 0.5,
        Side: 0,
        Price: '10000',
        OrderType: 2,
        MakerTaker: 1,
      },
    },
    // Its source writes the key as another function has it.
    'functions/Trades.request.02.json': { given: { market_pair: 'BTCUSD' } },
  },
  repliesApart: {},
};
