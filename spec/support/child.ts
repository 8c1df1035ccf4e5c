import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A program that has ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program at work. */
export interface Running {
  /** What it has said so far. */
  readonly stdout: () => string;
  /** Resolves once it has said something that matches; rejects when it ends first. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly stop: (signal?: NodeJS.Signals) => void;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ended>;
}

/** After so many milliseconds a program that does not end by itself is killed, and its code is `null`. */
const limit = 90_000;

/**
 * Runs a program of Node's as a child process, its output piped.
 *
 * @param file relative to the root of the project
 * @param environment what it finds there beside `PATH`
 * @param args what the program is told, what Node itself is, and what is typed in
 */
export const startNode = (
  file: string,
  environment: Readonly<Record<string, string>> = {},
  {
    program = [],
    node = [],
    input = '',
  }: {
    readonly program?: readonly string[];
    readonly node?: readonly string[];
    readonly input?: string;
  } = {},
): Running => {
  const child = spawn(process.execPath, [...node, join(root, file), ...program], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'pipe',
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  // One that has ended reads nothing any more.
  child.stdin.on('error', () => undefined).end(input);
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(stdout);
        if (found !== null) resolve(found);
      };
      child.stdout.on('data', look);
      child.on('close', () =>
        reject(new Error(`${file} ended without ${String(pattern)}: ${stdout}${stderr}`)),
      );
      look();
    });
  return { stdout: () => stdout, says, stop: (signal) => child.kill(signal), ended };
};
