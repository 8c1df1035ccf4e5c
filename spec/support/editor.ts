import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../..');

/** An editor that has the declarations as they are published, and no sources. */
export interface Editor {
  /** The types of the declarations, and of what was opened last. */
  readonly program: () => ts.Program;
  /** What is exported from a file of the declarations. */
  readonly exportsOf: (file: string) => readonly ts.Symbol[];
  /** Opens a text beside them; what comes back tells the sentence that is shown at a position in it. */
  readonly open: (text: string) => (position: number) => string;
  /** Removes the declarations. */
  readonly close: () => void;
}

/** The declarations, made from the sources as they are; their folder lies within the project, for its packages. */
const emit = (): string => {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'sentences-'));
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  const flags = ['--emitDeclarationOnly', '--declarationMap', 'false', '--outDir', folder];
  spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...flags], { cwd: root });
  return folder;
};

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** Makes an {@link Editor}. Texts that it opens import from `./index.ts` and `./alphapoint/index.ts`. */
export const createEditor = (): Editor => {
  const folder = emit();
  const file = join(folder, 'consumer.mts');
  const opened = { text: "import './index.ts'; import './alphapoint/index.ts';", version: 1 };
  const textOf = (name: string): string | undefined => (name === file ? opened.text : ts.sys.readFile(name));

  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(opened.version) : '1'),
    getScriptSnapshot: (name) => {
      const text = textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: textOf,
  });

  const program = (): ts.Program => {
    const made = service.getProgram();
    if (made === undefined) throw new Error('The editor has no program');
    return made;
  };
  return {
    program,
    exportsOf: (name) => {
      const checker = program().getTypeChecker();
      const source = program().getSourceFile(join(folder, name));
      const module = source && checker.getSymbolAtLocation(source);
      if (module === undefined) throw new Error(`${name} has not been emitted`);
      return checker.getExportsOfModule(module);
    },
    open: (text) => {
      opened.text = text;
      opened.version++;
      return (position) =>
        ts.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.documentation);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
