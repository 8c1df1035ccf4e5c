/** One step into a reply: the key of an object, or the index of a list. */
export type Step = string | number;

/** What stands in for the name of a trading pair. */
const pair = 'BTC_USDT';

const stepsOf = (part: string): readonly Step[] => {
  const [, column] = /^\[(\d+)\]/.exec(part) ?? [];
  if (column !== undefined) return [Number(column)];
  const key = part.replace('[]', '').replace('<pair>', pair);
  return [...(key === '' ? [] : [key]), ...(part.endsWith('[]') ? [0] : [])];
};

/** Where a field of the catalogue stands in a reply: `Comments[].Comment` of a list of tickets is at `0.Comments.0.Comment`. */
export const replySteps = (path: string, shape: string): readonly Step[] => {
  const isRow = /^\[\d+\]/.test(path);
  const isEntry = path.startsWith('[]');
  const before = shape === 'array-of-arrays' || (shape === 'array' && !isRow && !isEntry) ? [0] : [];
  return [...before, ...path.split('.').flatMap(stepsOf)];
};

type Node = unknown[] | Record<string, unknown>;

const isNode = (u: unknown): u is Node => typeof u === 'object' && u !== null;

/** The value with another one put in at a place, the lists and objects on the way there made where they are missing. */
export const withAt = (u: unknown, [step, ...others]: readonly Step[], value: unknown): unknown => {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(u) ? [...(u as unknown[])] : [];
    list[step] = withAt(list[step], others, value);
    return list;
  }
  const record = isNode(u) && !Array.isArray(u) ? u : {};
  return { ...record, [step]: withAt(record[step], others, value) };
};

/** The value without what stands at a place; in a list `null` stands there instead, but for the last of several. */
export const withoutAt = (u: unknown, [step, ...others]: readonly Step[]): unknown => {
  if (step === undefined || !isNode(u)) return u;
  if (Array.isArray(u)) {
    const isLast = step === u.length - 1 && u.length > 1;
    if (isLast && others.length === 0) return u.slice(0, -1);
    const gone = others.length === 0 ? null : withoutAt(u[Number(step)], others);
    return u.map((entry, index) => (index === step ? gone : entry));
  }
  const { [step]: found, ...rest } = u;
  return others.length === 0 ? rest : { ...rest, [step]: withoutAt(found, others) };
};

/** The value with a key that nobody knows in every object. */
export const withUnknownKeys = (u: unknown): unknown => {
  if (Array.isArray(u)) return u.map(withUnknownKeys);
  if (!isNode(u)) return u;
  const entries = Object.entries(u).map(([key, value]) => [key, withUnknownKeys(value)] as const);
  return { ...Object.fromEntries(entries), NobodyKnowsThis: 1 };
};
