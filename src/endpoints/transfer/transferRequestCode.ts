import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';

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
