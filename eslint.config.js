import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import rxjs from 'eslint-plugin-rxjs-x';
import tseslint from 'typescript-eslint';

const fpStyle = [
  {
    regex: '^fp-ts(?!/lib/.*\\.js$)',
    message: 'Write fp-ts/lib/Name.js: the one form Node and bundlers take.',
  },
  { regex: '^io-ts/(?!lib/.*\\.js$)', message: 'Write io-ts, or io-ts/lib/Name.js.' },
];
const ws = { regex: '^ws$', message: 'Only src/transport/ws.ts and src/simulator/node.ts may import ws.' };
const noble = {
  regex: '^@noble/hashes',
  message: 'Only src/session/signature.ts and src/simulator may import @noble/hashes.',
};
const restrictImports = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [...fpStyle, ...patterns] }],
});

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name every export.' };
const noEnum = { selector: 'TSEnumDeclaration', message: 'Write a const object and a union of literals.' };
const noClass = {
  selector: ':matches(ClassDeclaration, ClassExpression)',
  message: 'Only src/errors.ts holds classes; write functions and plain values.',
};
const noClock = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'Take the time from asyncScheduler.now().',
};
// The reference is allowed: it is the natural default of a parameter that a test can replace.
const noRandom = {
  selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
  message: 'Take the source of randomness as a parameter.',
};
const noAwait = {
  selector: ':matches(AwaitExpression, ForOfStatement[await=true])',
  message: 'A promise is real time, which no TestScheduler owns: write an Observable.',
};
const restrictSyntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors] });

const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const clockMessage = 'Take the time from src/clock.ts.';
const timerMessage = 'Only RxJS timers here, so that a TestScheduler owns time.';

export default defineConfig(
  { ignores: ['dist', '.dist-*', 'docs/api', 'coverage'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked, rxjs.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...restrictImports(),
      ...restrictSyntax(noDefaultExport, noEnum),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What is passed on has come as `unknown` from below.
      'rxjs-x/throw-error': ['error', { allowThrowingUnknown: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      ...restrictImports(ws, noble),
      ...restrictSyntax(noDefaultExport, noEnum, noClass, noClock, noRandom, noAwait),
      'no-restricted-globals': ['error', ...timers.map((name) => ({ name, message: timerMessage }))],
      'no-restricted-properties': [
        'error',
        ...timers.map((property) => ({ object: 'globalThis', property, message: timerMessage })),
        { object: 'Date', property: 'now', message: clockMessage },
        { object: 'performance', property: 'now', message: clockMessage },
      ],
      // Streams that cannot error by their contract (frames, states, timers) are subscribed to without a handler.
      'rxjs-x/no-ignored-error': 'off',
    },
  },
  {
    files: ['src/errors.ts'],
    rules: restrictSyntax(noDefaultExport, noEnum, noClock, noRandom, noAwait),
  },
  // The edge of the house: a server, a process, and the files that it reads.
  {
    files: ['src/simulator/node.ts', 'src/cli/**/*.ts'],
    rules: restrictSyntax(noDefaultExport, noEnum, noClass, noClock, noRandom),
  },
  { files: ['src/clock.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/transport/ws.ts'], rules: restrictImports(noble) },
  { files: ['src/session/signature.ts', 'src/simulator/**/*.ts'], rules: restrictImports(ws) },
  { files: ['src/simulator/node.ts'], rules: restrictImports() },
  {
    files: ['spec/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts'],
    // A script drawn in marbles acts from inside its own handlers.
    rules: {
      'rxjs-x/no-ignored-error': 'off',
      'rxjs-x/no-ignored-default-value': 'off',
      'rxjs-x/no-nested-subscribe': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setImmediate: 'readonly',
        queueMicrotask: 'readonly',
        structuredClone: 'readonly',
        globalThis: 'readonly',
        Buffer: 'readonly',
        TextEncoder: 'readonly',
        TextDecoder: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        WebSocket: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', module: 'writable', __filename: 'readonly' } },
  },
);
