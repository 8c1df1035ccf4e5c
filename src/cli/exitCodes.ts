/** What the codes mean that the program ends with. */
export const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'it is done'],
  ['1', 'it failed, never had a connection, or a recording is not understood in full'],
  ['2', 'the command line cannot be carried out: an option, a name, a file'],
  ['130', 'it was stopped by Ctrl-C'],
  ['141', 'the reader of its output closed the pipe, as head does'],
  ['143', 'it was stopped by SIGTERM'],
];
