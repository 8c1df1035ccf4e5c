import type { Wire } from '../transport/transport.ts';

/** The same wire; every message that is sent is counted first. */
export const countedWire = (wire: Wire, count: () => void): Wire => ({
  message$: wire.message$,
  send: (text) => {
    count();
    wire.send(text);
  },
  close: (code, reason) => wire.close(code, reason),
  terminate: () => wire.terminate(),
  cause: () => wire.cause?.(),
  ...(wire.heardAt && { heardAt: () => wire.heardAt?.() ?? -Infinity }),
});
