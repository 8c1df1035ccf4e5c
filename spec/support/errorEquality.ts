type Equals = (a: unknown, b: unknown, testers: readonly EqualityTester[]) => boolean;
type EqualityTester = (
  this: { readonly equals: Equals },
  a: unknown,
  b: unknown,
  testers: readonly EqualityTester[],
) => boolean | undefined;

const evidence = (error: Error): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.entries(error)),
  name: error.name,
  message: error.message,
  cause: error.cause,
});

/** Jest finds two errors equal when their messages are; what our errors carry must count as well. */
const sameEvidence: EqualityTester = function (a, b, testers) {
  if (!(a instanceof Error && b instanceof Error)) return undefined;
  return this.equals(evidence(a), evidence(b), testers);
};

// Jest has had the method since 29.4; @types/jest does not know it.
(expect as unknown as { addEqualityTesters(testers: readonly EqualityTester[]): void }).addEqualityTesters([
  sameEvidence,
]);
