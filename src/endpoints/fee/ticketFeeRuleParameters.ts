import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';

/** Which rules for the fees of deposits or of withdrawals are wanted. */
export const ticketFeeRuleParameters = request(
  {},
  together(oms, {
    /** Only rules for this product. */
    ProductId: IntegerInput,
    /** Only rules for this provider. */
    AccountProviderId: IntegerInput,
  }),
);
