import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ClientOptions, NOTBANK } from '../client.ts';
import { loginFrom, loginVariables } from './loginFrom.ts';
import type { Terminal } from './terminal.ts';

/** What every command that connects takes. */
export interface GatewayOptions {
  readonly url: string;
  readonly credentials?: string;
}

const addressFrom = (written: string): string => {
  if (/^wss?:\/\//i.test(written) && URL.canParse(written)) return written;
  throw new InvalidArgumentError('It should be an address that begins with wss:// or ws://.');
};

/** Gives a command the options that say where to connect, and as whom. */
export const withGateway = (command: Command): Command =>
  command
    .addOption(
      new Option('--url <url>', 'the gateway').default(NOTBANK).env('NOTBANK_URL').argParser(addressFrom),
    )
    .addOption(
      new Option(
        '--credentials <file>',
        `log in with ${loginVariables} of a file that is yours alone; of the environment without it`,
      ).env('NOTBANK_CREDENTIALS'),
    );

/** What a client is made with: the address, and the login where there is one. */
export const gatewayFrom = (
  { url, credentials: file }: GatewayOptions,
  { environment }: Terminal,
): Pick<ClientOptions, 'url' | 'credentials'> => {
  const credentials = loginFrom(environment, file);
  return { url, ...(credentials !== undefined && { credentials }) };
};
