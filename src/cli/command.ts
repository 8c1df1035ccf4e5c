/** Where a command writes, and what it is given beside its arguments. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether `out` is a screen that shows colours. */
  readonly isColoured: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Resolves when the user wants to stop. */
  readonly stopped: Promise<unknown>;
}

/** A command of the command line: it resolves to the exit code. */
export interface Command {
  /** How it is called, without the program's name. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly summary: string;
  /**
   * What `--help` says beside these, in lines.
   *
   * @default nothing more
   */
  readonly details?: readonly string[];
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}
