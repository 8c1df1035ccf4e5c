/** Work that is done one piece after another, never one inside another. */
export interface Agenda {
  /** Does the work now, or, when called from within other work, right after it. */
  readonly run: (work: () => void) => void;
}

/**
 * Creates the agenda of an exchange. Requests, the steps of the crowd and the delivery of messages all go through
 * it: what a client does on receiving a message waits until that message has been handed over and the market is
 * at rest.
 */
export const createAgenda = (): Agenda => {
  const waiting: (() => void)[] = [];
  let isBusy = false;
  return {
    run: (work) => {
      waiting.push(work);
      if (isBusy) return;
      isBusy = true;
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
      } finally {
        isBusy = false;
      }
    },
  };
};
