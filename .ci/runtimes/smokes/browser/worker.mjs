import { scenario } from '../scenario.mjs';

globalThis.onmessage = async ({ data }) => globalThis.postMessage(await scenario(data));
