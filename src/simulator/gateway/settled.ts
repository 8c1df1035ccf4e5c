/** What was given of some options, and the defaults of the others. */
export const settled = <A extends object>(defaults: A, given: { readonly [K in keyof A]?: A[K] }): A =>
  Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => [key, given[key as keyof A] ?? (value as unknown)]),
  ) as A;
