import type { Terminal } from '../../src/cli/command.ts';

/** Where a command writes, kept line by line; it is told to stop at once. */
export const createTerminal = () => {
  const said: string[] = [];
  const logged: string[] = [];
  const terminal: Terminal = {
    out: (text) => said.push(text),
    error: (text) => logged.push(text),
    isColoured: false,
    environment: {},
    stopped: Promise.resolve(),
  };
  return { terminal, said, logged };
};
