import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { request } from '../../codec/request.ts';
import { TextInput } from '../../codec/TextInput.ts';
import { together } from '../../codec/together.ts';

/** What requests for funds are listed by: who asked, and if need be who is to pay. */
export const transferRequestFilters = request(
  {
    /** The account of the user who asks: the default one. */
    RequestorAccountId: IntegerInput,
  },
  together(oms, {
    /** Only requests to the user whose default account this is. */
    PayerAccountId: IntegerInput,
    /** Only the request with this code, a GUID. */
    RequestCode: TextInput,
  }),
);
