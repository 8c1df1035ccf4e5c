import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { request } from '../../codec/request.ts';
import { together } from '../../codec/together.ts';

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
