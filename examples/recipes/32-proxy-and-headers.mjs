import { Agent } from 'node:http';
import process from 'node:process';
import { createClient, Ping, request$, webSocket } from 'notbank-rx';
import { finalize } from 'rxjs';
import { gateway } from './gateway.mjs';

/** In the place of a proxy's agent, such as `new HttpsProxyAgent(process.env.HTTPS_PROXY)` of https-proxy-agent. */
const agent = new Agent();
const headers = { 'User-Agent': `my-bot/1.0 (node ${process.version})` };
const client = createClient({ ...gateway, transport: webSocket({ agent, headers }) });

request$(client, Ping, {})
  .pipe(finalize(client.close))
  .subscribe(({ msg }) => console.log(msg));
