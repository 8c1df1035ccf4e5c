import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';

/** What a withdrawal is asked for with. */
export const withdrawTicketParameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
    /** How much is paid out; above 0. */
    Amount: DecimalInput,
    /** The filled-in form, as JSON text; see `GetWithdrawTemplate`. */
    TemplateForm: TextInput,
    /** The name of the template, such as `ToExternalBitcoinAddress`; see `GetWithdrawTemplateTypes`. */
    TemplateType: TextInput,
  },
  together(oms, {
    /** The account that pays. */
    AccountId: IntegerInput,
    /** The provider that pays out. */
    AccountProviderId: IntegerInput,
  }),
);
