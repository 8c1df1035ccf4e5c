import type * as t from 'io-ts';
import { isObject } from '../codec/isObject.ts';

type Choice = t.Mixed & { readonly choose: (params: Readonly<Record<string, unknown>>) => t.Mixed };
type Fields = t.Mixed & { readonly required: t.Props; readonly optional: t.Props };
type List = t.Mixed & { readonly entry: t.Mixed };

const isChoice = (codec: t.Mixed): codec is Choice => 'choose' in codec;
const hasFields = (codec: t.Mixed): codec is Fields => 'required' in codec && 'optional' in codec;
const isList = (codec: t.Mixed): codec is List => 'entry' in codec;

/** The same object for whoever asks it for a key in another case. */
const inAnyCase = (value: object): Readonly<Record<string, unknown>> => {
  const byLowerCase = new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one as unknown]));
  return new Proxy(
    {},
    { get: (_, key) => (typeof key === 'string' ? byLowerCase.get(key.toLowerCase()) : undefined) },
  );
};

/** The fields of a request that is written in this way; none where they cannot be known. */
const fieldsOf = (codec: t.Mixed, value: object): t.Props => {
  if (isChoice(codec)) return fieldsOf(codec.choose(inAnyCase(value)), value);
  return hasFields(codec) ? { ...codec.required, ...codec.optional } : {};
};

/**
 * A request with its keys spelt as its codec does, in entries of lists too: gateways read them in any case, and so do
 * clients write them. A key spelt as the codec says goes first; keys that it does not know stay.
 *
 * @example
 * inProperSpelling(GetInstrument.request, { instrumentId: 1 }); // { InstrumentId: 1 }
 */
export const inProperSpelling = (codec: t.Mixed, value: unknown): unknown => {
  if (isList(codec) && Array.isArray(value)) {
    return value.map((entry: unknown) => inProperSpelling(codec.entry, entry));
  }
  if (!isObject(value)) return value;
  const fields = fieldsOf(codec, value);
  const proper = new Map(Object.keys(fields).map((key) => [key.toLowerCase(), key]));
  const entries = Object.entries(value).map(([key, one]) => {
    const name = proper.get(key.toLowerCase()) ?? key;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return { isMisspelt: name !== key, entry: [name, field ? inProperSpelling(field, one) : one] as const };
  });
  const inOrder = [...entries.filter((one) => one.isMisspelt), ...entries.filter((one) => !one.isMisspelt)];
  return Object.fromEntries(inOrder.map(({ entry }) => entry));
};
