import { readExactJson } from '../../../src/json/exactJson.ts';

/** A field of a payload as the shared description has it. */
export interface Field {
  /** `X` a key, `A[].X` one of the objects in a list, `A.X` a nested one, `[]` an entry, `[3]X` a column. */
  readonly name: string;
  readonly type: string;
  readonly nullable?: boolean;
  readonly optional?: boolean;
}

/** A payload as the shared description has it. */
export interface Shape {
  readonly name: string;
  readonly shape: string;
  readonly fields: readonly Field[];
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/;
const isWhole = (u: unknown): boolean => typeof u === 'bigint' || Number.isInteger(u);
const isNumber = (u: unknown): boolean => typeof u === 'bigint' || typeof u === 'number';
const isListOf = (u: unknown, is: (entry: unknown) => boolean): boolean => Array.isArray(u) && u.every(is);
const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

const types: Readonly<Record<string, (u: unknown) => boolean>> = {
  integer: (u) => Number.isSafeInteger(u),
  long: isWhole,
  decimal: isNumber,
  'epoch-ms': (u) => Number.isSafeInteger(u),
  'iso-datetime': (u) => typeof u === 'string' && isoTime.test(u),
  string: (u) => typeof u === 'string',
  boolean: (u) => typeof u === 'boolean',
  object: isObject,
  'array<integer>': (u) => isListOf(u, Number.isSafeInteger),
  'array<object>': (u) => isListOf(u, isObject),
  'array<array<decimal>>': (u) => isListOf(u, (row) => isListOf(row, isNumber)),
};

const isOfType = (type: string, value: unknown): boolean =>
  type.split('|').some((name) => {
    const is = types[name];
    if (is === undefined) throw new Error(`There is no type ${name}`);
    return is(value);
  });

const inside = (fields: readonly Field[], prefix: string): readonly Field[] =>
  fields
    .filter(({ name }) => name.startsWith(prefix))
    .map((field) => ({ ...field, name: field.name.slice(prefix.length) }));

const isOwn = ({ name }: Field): boolean => !/[.\]]./.test(name);

const wrongWith = (field: Field, value: unknown): string | undefined => {
  if (value === undefined) return field.optional === true ? undefined : 'is missing';
  if (value === null) return field.nullable === true ? undefined : 'is null';
  return isOfType(field.type, value) ? undefined : `is no ${field.type} but ${typeof value}`;
};

const objectFaults = (fields: readonly Field[], value: unknown, path: string): readonly string[] => {
  if (!isObject(value)) return [`${path} is no object`];
  const own = fields.filter(isOwn);
  const known = new Set(own.map(({ name }) => name));
  const unknown = Object.keys(value).filter((key) => !known.has(key));
  const wrong = own.flatMap((field) => {
    const fault = wrongWith(field, value[field.name]);
    return fault === undefined ? [] : [`${path}.${field.name} ${fault}`];
  });
  const deeper = own.flatMap(({ name }) => {
    const entries = inside(fields, `${name}[].`);
    const list = value[name];
    return entries.length === 0 || !Array.isArray(list)
      ? []
      : list.flatMap((entry, index) => objectFaults(entries, entry, `${path}.${name}[${index}]`));
  });
  return [...unknown.map((key) => `${path}.${key} is not known`), ...wrong, ...deeper];
};

const rowFaults = (fields: readonly Field[], row: unknown, path: string): readonly string[] => {
  if (!Array.isArray(row)) return [`${path} is no row`];
  const columns = fields.map((field) => ({ ...field, name: field.name.replace(/^\[\d+\]/, '') }));
  const surplus = row.length > columns.length ? [`${path} has ${row.length} columns`] : [];
  const wrong = columns.flatMap((field, index) => {
    const fault = wrongWith(field, row[index]);
    return fault === undefined ? [] : [`${path}.${field.name} ${fault}`];
  });
  return [...surplus, ...wrong];
};

const entryFaults = (fields: readonly Field[], entry: unknown, path: string): readonly string[] => {
  const [first] = fields;
  if (first === undefined) return [];
  if (/^\[\d*\]/.test(first.name)) {
    const fault = wrongWith(first, entry);
    return fault === undefined ? [] : [`${path} ${fault}`];
  }
  return objectFaults(fields, typeof entry === 'string' ? readExactJson(entry) : entry, path);
};

/** What is wrong with a payload, given as it is on the wire, measured by the shared description; nothing is best. */
export const shapeFaults = ({ name, shape, fields }: Shape, text: string): readonly string[] => {
  const value = readExactJson(text);
  if (shape === 'object' || shape === 'standard-response') {
    const [first] = fields;
    return first?.name.startsWith('<pair>.') === true && isObject(value)
      ? Object.entries(value).flatMap(([key, entry]) =>
          objectFaults(inside(fields, '<pair>.'), entry, `${name}.${key}`),
        )
      : objectFaults(fields, value, name);
  }
  if (!Array.isArray(value)) return [`${name} is no list`];
  const faults = shape === 'array' ? entryFaults : rowFaults;
  return value.flatMap((entry, index) => faults(fields, entry, `${name}[${index}]`));
};

const valuesAt = (node: unknown, step: string): readonly unknown[] => {
  if (!isObject(node)) return [];
  const value = node[step.replace('[]', '')];
  return Array.isArray(value) ? value : [value];
};

/** The names of the described fields that an object of a payload, given as it is on the wire, lacks. */
export const fieldsMissing = ({ fields }: Shape, text: string): readonly string[] => {
  const value = readExactJson(text);
  const entries = Array.isArray(value) ? value : [value];
  return fields
    .filter(({ name }) => !/^\[\d*\]/.test(name))
    .filter(({ name }) => {
      const [first = '', ...rest] = name.split('.');
      const isPair = first === '<pair>';
      const path = isPair ? rest : [first, ...rest];
      const roots: readonly unknown[] = isPair && isObject(value) ? Object.values(value) : entries;
      const parents = path
        .slice(0, -1)
        .reduce((nodes, step) => nodes.flatMap((node) => valuesAt(node, step)), roots);
      const key = (path.at(-1) ?? '').replace('[]', '');
      return parents.some((node) => isObject(node) && !(key in node));
    })
    .map(({ name }) => name);
};

/** How many entries a payload has, if it is a list or a dictionary of them; 1 for any other. */
export const entriesIn = (text: string): number => {
  const value = readExactJson(text);
  return Array.isArray(value) ? value.length : 1;
};
