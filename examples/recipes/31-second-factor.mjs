import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { createClient, GetUserAccounts, passwordLogin, request$ } from 'notbank-rx';
import { defer, finalize } from 'rxjs';
import { gateway } from './gateway.mjs';

const { NOTBANK_USERNAME: username = 'partner', NOTBANK_PASSWORD: password = 'password-of-partner' } =
  process.env;
const code$ = () => {
  const terminal = createInterface(process.stdin, process.stdout);
  return defer(() => terminal.question('Code: ')).pipe(finalize(() => terminal.close()));
};
const client = createClient({ ...gateway, credentials: passwordLogin({ username, password, code$ }) });

request$(client, GetUserAccounts, {})
  .pipe(finalize(client.close))
  .subscribe({
    next: (accounts) => console.log(`\nlogged in, accounts ${accounts.join(' and ')}`),
    error: ({ message }) => console.error(`\n${message}`),
  });
