import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A piece of code that somebody will copy. */
export interface Example {
  /** Relative to the root of the project, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** Whether it is a program that may run; one behind ` no-run` is compiled alone. */
  readonly isRun: boolean;
  /** What it is said to print; absent where that is not shown. */
  readonly output?: string;
}

const root = join(__dirname, '../..');
const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const filesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, folder, name))
    .filter((name) => name.endsWith(extension));

const read = (path: string): { readonly file: string; readonly text: string } => ({
  file: relative(root, path).replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
});

/** A program, and the text behind it if that follows at once or after one line. */
const block = /^```(?:ts|js)( no-run)?\n(.*?)^```$(?:\n\n(?:[^\n`#]+:\n\n)?```text\n(.*?)^```$)?/gms;

/** The code blocks of a Markdown file in these languages, in order. */
const blocksOf = (path: string): readonly Example[] => {
  const { file, text } = read(path);
  return [...text.matchAll(block)].map((match) => ({
    file,
    line: lineOf(text, match.index) + 1,
    code: match[2] ?? '',
    isRun: match[1] === undefined,
    ...(match[3] !== undefined && { output: match[3] }),
  }));
};

const withoutStars = (comment: string): string => comment.replaceAll(/^[ \t]*\* ?/gm, '');

/** What follows `@example` in the docblocks of a source file, each up to the next tag or the end. */
const docblockExamplesOf = (path: string): readonly Example[] => {
  const { file, text } = read(path);
  return [...text.matchAll(/\/\*\*(?:[^*]|\*(?!\/))*\*\//g)].flatMap((comment) =>
    [...comment[0].matchAll(/@example\n(.*?)(?=^[ \t]*\* @|\*\/)/gms)].map((match) => ({
      file,
      line: lineOf(text, comment.index + match.index) + 1,
      code: withoutStars(match[1] ?? ''),
      isRun: false,
    })),
  );
};

/** The programs of docs/recipes.md, by the name of the file that each is said to be. */
export const recipes = (): ReadonlyMap<string, Example> => {
  const path = join(root, 'docs/recipes.md');
  const { text } = read(path);
  const names = [...text.matchAll(/^\[`examples\/recipes\/([\w-]+\.mjs)`\]/gm)].map(([, name]) => name ?? '');
  return new Map(blocksOf(path).map((example, index) => [names[index] ?? '', example]));
};

/** The code blocks of the README. */
export const readmeExamples = (): readonly Example[] => blocksOf(join(root, 'README.md'));

/** Every `ts` and `js` code block of the README and of docs, but for the generated ones. */
export const markdownExamples = (): readonly Example[] => [
  ...readmeExamples(),
  ...filesIn('docs', '.md')
    .filter((path) => !path.startsWith(join(root, 'docs/api')))
    .flatMap(blocksOf),
];

/** Every `@example` in src. */
export const docblockExamples = (): readonly Example[] => filesIn('src', '.ts').flatMap(docblockExamplesOf);
