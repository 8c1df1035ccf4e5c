import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { IsoTimeInput } from '../../codec/inputs/IsoTimeInput.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { nameInput } from '../../codec/inputs/nameInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { ReportFrequency } from '../../codec/enums/ReportFrequency.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';

const accounts = {
  /** The accounts that the report is about, one or more. */
  accountIdList: listInput(IntegerInput),
};

/** What the functions take that have a report written once. */
export const GenerateReportParameters = request(
  together(accounts, {
    /** From when the report tells: ISO 8601 with a zone, such as `2023-03-01T16:00:00.000Z`, or a `Date`. */
    startTime: IsoTimeInput,
    /** Until when the report tells, in the same form. */
    endTime: IsoTimeInput,
  }),
  oms,
);

/** What the functions take that have a report written again and again. */
export const ScheduleReportParameters = request(
  together(accounts, {
    /** From when the first report tells: ISO 8601 with a zone, such as `2023-03-30T16:00:00.000Z`, or a `Date`. */
    beginTime: IsoTimeInput,
  }),
  together(oms, {
    /**
     * How often a report is written; it spans the time since the one before.
     *
     * @default the exchange's own; Hourly at some venues
     */
    frequency: nameInput(ReportFrequency),
    /** The same in the spelling that some gateways go by. */
    Frequency: nameInput(ReportFrequency),
    /** How many days a report looks back; passed over by some gateways, which go by the frequency. */
    intervalDuration: IntegerInput,
  }),
);
