import type { Apart, RequestApart } from './Apart.ts';

const span = { startTime: '2023-03-01T16:00:00.000Z', endTime: '2023-03-02T16:00:00.000Z' };
const beginTime = '2023-03-30T16:00:00.000Z';

// One client spells all keys with a capital letter, which the exchange takes as well.
const generate: RequestApart = { given: { accountIdList: [9], ...span } };
const schedule = (frequency: string): RequestApart => ({
  given: { accountIdList: [9], beginTime, frequency },
});
// The reference's samples do so with one key.
const scheduleTwo: RequestApart = { given: { accountIdList: [185, 9], beginTime, frequency: 'Weekly' } };

export const report: Apart = {
  requestsApart: {
    'functions/GenerateProductDeltaActivityReport.request.03.json': generate,
    'functions/GenerateTradeActivityReport.request.04.json': generate,
    'functions/GenerateTransactionActivityReport.request.03.json': generate,
    'functions/ScheduleProductDeltaActivityReport.request.01.json': scheduleTwo,
    'functions/ScheduleProfitAndLossActivityReport.request.03.json': schedule('Weekly'),
    'functions/ScheduleTradeActivityReport.request.01.json': scheduleTwo,
    'functions/ScheduleTradeActivityReport.request.03.json': schedule('Weekly'),
    'functions/ScheduleTransactionActivityReport.request.03.json': schedule('Monthly'),
  },
  repliesApart: {},
};
