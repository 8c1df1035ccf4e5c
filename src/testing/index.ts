export { type Script, type ScriptedExchange, scriptedExchange } from './scriptedExchange.ts';
