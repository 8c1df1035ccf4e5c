import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { listOf } from '../fast/listOf.ts';
import { recordOf } from '../fast/recordOf.ts';
import { together } from '../inputs/together.ts';
import { treasuryOutcome } from './treasuryOutcome.ts';

const templateType = t.type(
  {
    /** The provider. */
    AccountProviderId: Integer,
    /** The name of the template, such as `ToExternalBitcoinAddress`. */
    TemplateName: t.string,
    /** The name of the provider. */
    AccountProviderName: t.string,
  },
  'TemplateType',
);

const required = together(treasuryOutcome.required, {
  /** One entry for each template of each provider. */
  TemplateTypes: listOf(templateType, 'a list of template types'),
});

/** The templates that there are for one product. */
export const TemplateTypes = recordOf(required, treasuryOutcome.optional, 'TemplateTypes');
export type TemplateTypes = Readonly<t.TypeOf<typeof TemplateTypes>>;
