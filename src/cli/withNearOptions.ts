import { noSuch } from './noSuch.ts';

const nameIn = (arg: string): string => arg.replace(/=.*$/s, '');

/**
 * Reads the arguments of a command, and says in one line what was wrong with them.
 *
 * @param options the names that may stand behind `--`
 * @throws an `Error` that names near options, at one that is unknown; else with the first line of what `read` threw
 */
export const withNearOptions = <A>(args: readonly string[], options: readonly string[], read: () => A): A => {
  try {
    return read();
  } catch (error) {
    const names = options.map((name) => `--${name}`);
    const unknown = args.find((arg) => arg.startsWith('--') && !names.includes(nameIn(arg)));
    if (unknown !== undefined) throw new Error(noSuch('option', nameIn(unknown), names), { cause: error });
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(line, { cause: error });
  }
};
