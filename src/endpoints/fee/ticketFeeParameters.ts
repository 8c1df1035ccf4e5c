import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';

/** What to ask the fee of a deposit or of a withdrawal by. */
export const ticketFeeParameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The product that is paid in or out. */
    ProductId: IntegerInput,
    /** How much of it. */
    Amount: DecimalInput,
  },
  together(oms, {
    /** The provider that carries the payment. Some gateways insist on it for deposits: give it where it is known. */
    AccountProviderId: IntegerInput,
  }),
);
