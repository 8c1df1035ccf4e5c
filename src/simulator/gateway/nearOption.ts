import type { Shapes, Unknown } from '../../misfits.ts';
import { nearNames } from '../../nearNames.ts';

/** The option within which a key is one. */
const ownerOf = (key: string, shapes: Shapes): string | undefined =>
  Object.keys(shapes).find((name) => Object.hasOwn(shapes[name]?.within ?? {}, key));

/**
 * What to do with an option that there is none of, where there are too many to name them all: where it belongs, or which
 * ones have such a name.
 */
export const nearOption: Unknown = (key, shapes) => {
  const owner = ownerOf(key, shapes);
  if (owner !== undefined) return `within the option ${owner}, as { ${owner}: { ${key} } },`;
  const near = nearNames(key, Object.keys(shapes));
  if (near.length > 0) return `left out, or spelt ${near.join(' or ')},`;
  return 'left out, as there is no such option,';
};
