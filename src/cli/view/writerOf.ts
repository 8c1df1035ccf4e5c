import { priceText, quantityText } from '../../book/priceText.ts';
import type { Instrument } from '../../codec/records/Instrument.ts';
import { numberText } from './numberText.ts';

/** What is needed of an instrument to write its amounts. */
export type Increments = Pick<Instrument, 'PriceIncrement' | 'QuantityIncrement'>;

/** How prices and quantities of an instrument are written. */
export interface Writer {
  readonly price: (price: number) => string;
  readonly quantity: (quantity: number) => string;
}

/** Writes with the exchange's own digits where the instrument tells how many there are. */
export const writerOf = (instrument: Increments | undefined): Writer => ({
  price: (price) => (instrument && priceText(instrument, price)) ?? numberText(price),
  quantity: (quantity) => (instrument && quantityText(instrument, quantity)) ?? numberText(quantity),
});
