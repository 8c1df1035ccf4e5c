import { nearNames } from '../nearNames.ts';

/** A sentence for a name that does not exist: near names where there are some, else all there are if they are few. */
export const noSuch = (kind: string, name: string, names: readonly string[]): string => {
  const near = nearNames(name, names);
  if (near.length > 0) return `There is no ${kind} ${name}. Did you mean ${near.join(', ')}?`;
  return `There is no ${kind} ${name}.${names.length <= 10 ? ` There are ${names.join(', ')}.` : ''}`;
};
