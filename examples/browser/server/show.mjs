import { spawn } from 'node:child_process';
import process from 'node:process';

const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

/** Has the machine's own browser show an address. Where there is none, nothing happens. */
export const show = (url) => {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
};
