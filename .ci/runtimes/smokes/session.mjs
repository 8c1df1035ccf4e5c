import { deepStrictEqual } from 'node:assert';
import { demoUsers } from 'notbank-rx/simulator';
import { serve } from 'notbank-rx/simulator/node';
import { scenario } from './scenario.mjs';

// Nothing ends the process: it has to end by itself once client and exchange are closed.
const { url, close } = await serve({ exchange: { crowd: 100 } });
const [user] = demoUsers;
deepStrictEqual(await scenario({ url, user }), { hasBook: true, order: 'Filled', fills: true });
await close();
console.log('It works, and ends.');
