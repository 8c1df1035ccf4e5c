import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { IsoTimeInput } from '../../codec/inputs/IsoTimeInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';

/** What a file is attached to a ticket with. */
export const ticketAttachmentParameters = request(
  {
    /** The file in base 64. */
    Base64Attachment: TextInput,
    /** 0: the exchange gives the attachment its id. */
    attachmentid: LongInput,
    /** The id of the user who attaches it. */
    SubmittedByUserId: IntegerInput,
    /** The name of the user who attaches it. */
    SubmittedByUserName: TextInput,
    /** When it is attached, ISO 8601. */
    UploadDate: IsoTimeInput,
    /** The address that it is sent from. */
    UploadIP: TextInput,
    /** The number of the ticket. */
    TicketNumber: LongInput,
    /** What it is. */
    Description: TextInput,
  },
  {},
);
