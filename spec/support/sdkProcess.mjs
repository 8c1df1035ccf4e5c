// The official SDK in a process of its own, driven over IPC: it is an ES module, speaks TLS alone, and takes the
// authority that it trusts from the environment its process was started with.
import process from 'node:process';
import { NotbankClient } from 'notbank';

const client = NotbankClient.Factory.createWebsocketClient({ domain: process.argv[2] });
const services = {
  client,
  account: client.getAccountService(),
  auth: client.getAuthService(),
  fee: client.getFeeService(),
  instrument: client.getInstrumentService(),
  product: client.getProductService(),
  report: client.getReportService(),
  subscription: client.getSubscriptionService(),
  system: client.getSystemService(),
  trading: client.getTradingService(),
  user: client.getUserService(),
};

const handler = (name) => (payload) => process.send({ name, payload });
/** `{ handler }` stands for a function, `{ handlers }` for an object of functions; each sends on what it is told. */
const toArgument = (given) => {
  if (given?.handler !== undefined) return handler(given.handler);
  if (given?.handlers === undefined) return given;
  return Object.fromEntries(given.handlers.map((name) => [name, handler(name)]));
};

process.on('message', ({ id, service, method, args }) => {
  Promise.resolve()
    .then(() => services[service][method](...args.map(toArgument)))
    .then(
      (value) => process.send({ id, value: value ?? null }),
      (error) => process.send({ id, error: { message: error.message, code: error.code } }),
    );
});
// What the SDK throws at a message it cannot read would end the process, and with it all that is still to be told.
process.on('uncaughtException', ({ message }) => process.send({ name: 'uncaught', payload: message }));
process.on('disconnect', () => process.exit());
