import type { Apart } from './Apart.ts';

export const core: Apart = {
  requestsApart: {
    // Account 0 means every account that the user may act for.
    'functions/CancelAllOrders.request.03.json': { refused: /AccountId should be the id of one account/ },
    // A limit order has no use for these: whoever gives them means another order type.
    'functions/SendOrder.request.04.json': { refused: /TrailingAmount should be left out/ },
    // A small depth leaves levels behind that are gone.
    'streams/level2.request-by-id.json': { sent: { OMSId: 1, InstrumentId: 7, Depth: 500 } },
  },
  repliesApart: {
    // Placeholders stand in the places of ids.
    'functions/AuthenticateUser.reply.05.json':
      'AuthenticateUser: the exchange\'s payload was not understood: User.AccountId should be an integer but is "yourAccountId"; User should be null but is an object.',
    // One client takes it for success; a command that was not taken must not look like one that was.
    'functions/CancelOrder.reply.03.json': 'CancelOrder was refused: no reason given (code 0)',
  },
};
