/** Does one piece of work at a time: what is handed in meanwhile waits its turn, in the same call. */
export const createOneByOne = (): ((work: () => void) => void) => {
  let waiting: (() => void)[] | undefined;
  return (work) => {
    if (waiting !== undefined) {
      waiting.push(work);
      return;
    }
    waiting = [work];
    try {
      // What is pushed meanwhile is taken by this same loop.
      for (const next of waiting) next();
    } finally {
      waiting = undefined;
    }
  };
};
