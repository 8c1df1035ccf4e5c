import { scenario } from '../scenario.mjs';

globalThis.smoke = scenario;
