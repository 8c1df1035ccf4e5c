import type { OpenEnum } from './openEnum.ts';

/** The kind of an instrument. */
export const InstrumentType = {
  Unknown: 0,
  Standard: 1,
} as const;

/** A name out of {@link InstrumentType}, as the exchange writes it; the list is open. */
export type InstrumentType = OpenEnum<typeof InstrumentType>;
