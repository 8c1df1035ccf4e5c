import { availableParallelism } from 'node:os';

/** Packages that come as ES modules alone. */
const modules = 'ansi-escapes|environment|string-width|strip-ansi|ansi-regex|get-east-asian-width';

const project = (displayName, match) => ({
  displayName,
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/scripts/leak-environment.cjs',
  transform: {
    '\\.ts$': '<rootDir>/scripts/to-cjs.cjs',
    [`/node_modules/(${modules})/.*\\.js$`]: '<rootDir>/scripts/to-cjs.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules})/)`],
  moduleNameMapper: {
    '^#transport$': '<rootDir>/src/transport/ws.ts',
    '^notbank-rx$': '<rootDir>/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/\\.dist-'],
  setupFilesAfterEnv: ['<rootDir>/spec/support/errorEquality.ts'],
  ...match,
});

export default {
  projects: [
    project('unit', {
      testMatch: ['<rootDir>/spec/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/spec/(integration|browser)/'],
    }),
    project('integration', { testMatch: ['<rootDir>/spec/integration/**/*.spec.ts'] }),
    project('browser', { testMatch: ['<rootDir>/spec/browser/**/*.spec.ts'] }),
  ],
  // Many wait for sockets and for programs: one more than there are cores keeps these busy.
  maxWorkers: availableParallelism() + 1,
  // What hangs fails after this; a machine that is busy does not.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/scripts/totals-reporter.cjs'],
  coverageProvider: 'babel',
  // Left out: what only a browser or a child process runs, and files of types alone.
  collectCoverageFrom: [
    'src/**/*.ts',
    '!src/cli/**',
    '!src/transport/browser.ts',
    '!src/transport/transport.ts',
  ],
  coverageThreshold: { global: { statements: 90, branches: 80, functions: 90, lines: 90 } },
};
