/**
 * Handles one item at a time: what arrives while another is being handled waits its turn, so that nobody hears the
 * second before the first.
 *
 * @example
 * const say = inTurn((word: string) => {
 *   if (word === 'first') say('second');
 *   console.log(word); // first, second
 * });
 */
export const inTurn = <A>(handle: (item: A) => void): ((item: A) => void) => {
  const queue: A[] = [];
  let isBusy = false;
  return (item) => {
    if (isBusy) {
      queue.push(item);
      return;
    }
    isBusy = true;
    try {
      handle(item);
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) handle(next);
    } finally {
      isBusy = false;
    }
  };
};
