/** Values that have a key in common, in the order in which their keys first come. */
export const groupsOf = <A>(values: readonly A[], keyOf: (value: A) => string): readonly (readonly A[])[] => {
  const groups = new Map<string, A[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return [...groups.values()];
};
