import { CommanderError } from 'commander';

const code = 'notbank-rx.usage';

/** Exit code of a command line that cannot be carried out. */
export const usageCode = 2;

/** What to throw where a command line cannot be carried out: a sentence that says why. */
export const usageError = (message: string, cause?: unknown): Error =>
  Object.assign(new CommanderError(usageCode, code, message), cause === undefined ? {} : { cause });

/** Says whether something thrown is commander's own, which has been printed by then, or its help. */
export const isPrinted = (thrown: unknown): thrown is CommanderError =>
  thrown instanceof CommanderError && thrown.code !== code;

/** Says whether something thrown is what {@link usageError} makes. */
export const isUsageError = (thrown: unknown): boolean =>
  thrown instanceof CommanderError && thrown.code === code;
