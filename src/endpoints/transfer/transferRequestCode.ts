import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { request } from '../../codec/request.ts';
import { TextInput } from '../../codec/TextInput.ts';

/** Which request for funds is meant. */
export const transferRequestCode = request(
  {
    /** The code of the request, a GUID. */
    RequestCode: TextInput,
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
  },
  oms,
);
