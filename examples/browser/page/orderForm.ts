import { filter, fromEvent, map, type Observable, tap } from 'rxjs';

/** What a person wants; account and instrument are filled in by whoever sends it. */
export type Wish = {
  readonly Side: 'Buy' | 'Sell';
  readonly Quantity: string;
} & (
  | { readonly OrderType: 'Market'; readonly TimeInForce: 'IOC' }
  | { readonly OrderType: 'Limit'; readonly TimeInForce: 'GTC'; readonly LimitPrice: string }
);

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What a form says. Decimals stay the text that was typed: the exchange reads them to the last digit. */
export const wishOf = (data: FormData): Wish => {
  const Side = textOf(data, 'side') === 'Sell' ? 'Sell' : 'Buy';
  const Quantity = textOf(data, 'quantity');
  return textOf(data, 'type') === 'Market'
    ? { Side, OrderType: 'Market', TimeInForce: 'IOC', Quantity }
    : { Side, OrderType: 'Limit', TimeInForce: 'GTC', Quantity, LimitPrice: textOf(data, 'price') };
};

/** The orders that the form is sent with. The browser has checked by then that nothing is missing. */
export const wish$ = (form: HTMLFormElement): Observable<Wish> =>
  fromEvent<SubmitEvent>(form, 'submit').pipe(
    tap((event) => event.preventDefault()),
    filter(() => form.checkValidity()),
    map(() => wishOf(new FormData(form))),
  );

/** Writes a price into a form. */
export const fillPrice =
  (form: HTMLFormElement): ((price: string) => void) =>
  (price) => {
    const field = form.elements.namedItem('price');
    if (field instanceof HTMLInputElement) field.value = price;
  };
