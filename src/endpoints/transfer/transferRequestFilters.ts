import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';

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
