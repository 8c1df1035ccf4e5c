import process from 'node:process';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { createClient, Ping, request$, webSocket } from 'notbank-rx';
import { finalize } from 'rxjs';
import { gateway } from './gateway.mjs';

const agent = new HttpsProxyAgent(process.env.HTTPS_PROXY ?? 'http://127.0.0.1:3128');
const headers = { 'User-Agent': `my-bot/1.0 (node ${process.version})` };
const client = createClient({ ...gateway, transport: webSocket({ agent, headers }) });

request$(client, Ping, {})
  .pipe(finalize(client.close))
  .subscribe(({ msg }) => console.log(msg));
