import type { Apart } from './Apart.ts';

/** Of the functions that pay in, pay out and transfer. */
export const treasury: Apart = {
  requestsApart: {
    // A name is taken, and the number is what is sent.
    'functions/CreateDepositTicket.request.01.json': {
      sent: {
        OMSId: 1,
        OperatorId: 1,
        AccountId: 9,
        RequestUser: 9,
        AssetId: 1,
        Amount: 100,
        DepositInfo: '{"ProductSymbol":"USD","fullname":"Sample Only","comments":"Sample only!"}',
        Status: 0,
      },
    },
    // Their source writes the key in another case than its table.
    'functions/GetDepositTicketAttachment.request.01.json': { given: { attachmentid: 0 } },
    'functions/GetWithdrawTicketAttachment.request.01.json': { given: { attachmentid: 0 } },
  },
  repliesApart: {},
};
