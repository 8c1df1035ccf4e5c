'use strict';

/** Has the program that requires this first break, soon after it has taken the screen. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text) => {
  if (String(text).includes('\u001b[?1049h')) {
    setTimeout(() => {
      throw new Error('broken on purpose');
    }, 300);
  }
  return write(text);
};
