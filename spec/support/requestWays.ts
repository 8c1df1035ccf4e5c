import * as t from 'io-ts';

/** The fields of a request by path, such as `Config[].Key`, and of each whether it is needed where its parent is. */
export type RequestFields = ReadonlyMap<string, { readonly isRequired: boolean; readonly codec: t.Mixed }>;

/** One way to write a request. */
export type Way = t.Mixed & { readonly required: t.Props; readonly optional: t.Props };
type Choice = t.Mixed & { readonly choose: (params: Readonly<Record<string, unknown>>) => t.Mixed };

const isWay = (codec: t.Mixed): codec is Way => 'required' in codec && 'optional' in codec;
const isChoice = (codec: t.Mixed): codec is Choice => 'choose' in codec;

/** The codec of the entries, where it is a list's. */
const entryOf = (codec: t.Mixed): t.Mixed | undefined => {
  if ('entry' in codec) return codec.entry as t.Mixed;
  return codec instanceof t.ReadonlyArrayType ? (codec.type as t.Mixed) : undefined;
};

/** What to show a codec that chooses by what is passed, so that it shows every way it knows. */
const trials = (keys: readonly string[]): readonly Readonly<Record<string, unknown>>[] => {
  const values = [1, 2, 3, 4, 5, 6, 'x', true];
  const single = keys.flatMap((key) => values.map((value) => ({ [key]: value })));
  const pairs = single.flatMap((one) =>
    keys.flatMap((key) => [1, true].map((value) => ({ ...one, [key]: value }))),
  );
  return [{}, ...single, ...pairs];
};

/** Every way in which a request can be written, the keys of the catalogue being tried to find them. */
export const waysOf = (codec: t.Mixed, keys: readonly string[]): readonly Way[] => {
  const entry = entryOf(codec);
  if (entry !== undefined) return waysOf(entry, keys);
  if (isWay(codec)) return [codec];
  if (!isChoice(codec)) return [];
  const chosen = new Set(trials(keys).map((params) => codec.choose(params)));
  return [...new Set([...chosen].flatMap((way) => waysOf(way, keys)))];
};

/** The fields of one way, those within fields with them. */
export const fieldsOf = (way: Way, prefix = ''): RequestFields => {
  const within = (path: string, codec: t.Mixed): RequestFields => {
    if (isWay(codec)) return fieldsOf(codec, `${path}.`);
    const entry = entryOf(codec);
    return entry !== undefined && isWay(entry) ? fieldsOf(entry, `${path}[].`) : new Map();
  };
  const fields = (props: t.Props, isRequired: boolean) =>
    Object.entries(props).flatMap(([key, codec]) => [
      [`${prefix}${key}`, { isRequired, codec }] as const,
      ...within(`${prefix}${key}`, codec),
    ]);
  return new Map([...fields(way.required, true), ...fields(way.optional, false)]);
};

const named = (codec: t.Mixed): readonly string[] => codec.name.replace(/^one of /, '').split(', ');
const candidates = [
  1,
  '1',
  'x',
  true,
  false,
  '2023-03-01T16:00:00.000Z',
  '2023-01-18',
  [1],
  ['x'],
  [],
  {},
  undefined,
];

/** A value that a codec of a request takes. */
const valueOf = (codec: t.Mixed): unknown => {
  if (isWay(codec)) return valuesOf(codec);
  const entry = entryOf(codec);
  if (entry !== undefined) return [valueOf(entry)];
  const values = [...named(codec), ...candidates];
  const isTaken = values.some((value) => codec.is(value));
  if (!isTaken) throw new Error(`Nothing is known that is ${codec.name}`);
  return values.find((value) => codec.is(value));
};

/** A value for every field of one way. */
export const valuesOf = ({ required, optional }: Way): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries({ ...required, ...optional }).map(([key, codec]) => [key, valueOf(codec)]),
  );

/** The paths of all fields in a value, as {@link fieldsOf} writes them. */
export const pathsIn = (u: unknown, prefix = ''): readonly string[] => {
  if (Array.isArray(u))
    return u.flatMap((entry) => pathsIn(entry, prefix === '' ? '' : `${prefix.slice(0, -1)}[].`));
  if (typeof u !== 'object' || u === null) return [];
  return Object.entries(u).flatMap(([key, value]) => [
    `${prefix}${key}`,
    ...pathsIn(value, `${prefix}${key}.`),
  ]);
};
