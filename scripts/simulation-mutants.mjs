/**
 * Meant defects: a title, and what stands in the place of what in which files of `src`. Each text is there once.
 * What `npm test` runs a sample of is marked.
 */
export const mutants = [
  {
    title: 'an event settles a request',
    file: 'socket/dispatch.ts',
    from: 'if (frame.type === MessageType.Event) {',
    to: 'if (frame.type === MessageType.Event && !replies.settle(frame)) {',
  },
  {
    title: 'the login is not waited for',
    file: 'connection/attempt.ts',
    from: '        throwIfEmpty(wordless),',
    to: '        startWith(socket), throwIfEmpty(wordless),',
  },
  {
    title: 'an order is sent again after a doubt',
    file: 'requests/command.ts',
    from: '    if (maySendAgain(call, outcome)) sent = undefined;',
    to: '    if (outcome._tag === "Left") sent = undefined;',
    also: [
      {
        file: 'orders/place.ts',
        from: 'inputs$(call, reply$).subscribe(',
        to: 'inputs$(call, reply$.pipe(retry(1))).subscribe(',
      },
      {
        file: 'orders/place.ts',
        from: 'import { catchError, concat, defaultIfEmpty, map,',
        to: 'import { catchError, concat, defaultIfEmpty, map, retry,',
      },
    ],
  },
  {
    title: 'streams are not begun on a new socket',
    file: 'streams/registry.ts',
    from: 'openAll(shared, socket);',
    to: '',
  },
  {
    title: 'the epoch does not rise',
    file: 'streams/folding.ts',
    from: 'epoch: kept.epoch + 1',
    to: 'epoch: kept.epoch',
  },
  {
    title: 'events before the snapshot are not held back',
    file: 'streams/gate.ts',
    from: 'if (held === undefined) next(item);\n      else held.push(item);',
    to: 'next(item);',
    isSample: true,
  },
  {
    title: 'an order is not found after half a second',
    file: 'orders/resolve.ts',
    from: "if (clean.length >= 2 && clean.some((look) => look.asked !== 'history' && look.age >= minAge))",
    to: 'if (clean.length >= 1)',
  },
  {
    title: 'an order is looked for once, two seconds later',
    file: 'orders/resolve.ts',
    from: "if (clean.length >= 2 && clean.some((look) => look.asked !== 'history' && look.age >= minAge))",
    to: 'if (clean.some((look) => look.age >= 2_000))',
  },
  {
    title: 'an error counts as not found',
    file: 'orders/look.ts',
    from: 'of({ rows: [], isClean: false, error })',
    to: 'of({ rows: [], isClean: true, error })',
  },
  {
    title: 'an absent order is taken for canceled',
    file: 'orders/restore.ts',
    from: 'return [withRound(known, { isListRead: true, absent }), []];',
    to:
      'const gone = absent.flatMap((id) => standingOf(known, id)?.order ?? []);\n' +
      "const canceled = gone.map((order) => ({ ...order, OrderState: 'Canceled' }));\n" +
      "return andThen(takeVersions(known, canceled as readonly Order[], 'status', at), (after) => [\n" +
      '  withRound(after, { isListRead: true, absent: [] }), []]);',
  },
  {
    // What remains tells the same as what was executed, as neither ever turns.
    title: 'versions are compared without what was executed and what remains',
    file: 'orders/version.ts',
    from: 'compare(a.QuantityExecuted, b.QuantityExecuted) ||\n',
    to: '',
    also: [
      {
        file: 'orders/version.ts',
        from: 'compare(b.Quantity, a.Quantity) || compare(ticksOf(a), ticksOf(b));',
        to: 'compare(ticksOf(a), ticksOf(b));',
      },
    ],
  },
  {
    title: 'versions are taken as they come',
    file: 'orders/version.ts',
    from: 'const isNewer = compareVersions(told, known) > 0;',
    to: 'const isNewer = true;',
  },
  {
    title: 'fills are told apart by their trade alone',
    file: 'orders/standing.ts',
    from: 'ExecutionId ? `execution ${ExecutionId} ${OrderId}` : `trade ${TradeId} ${OrderId}`',
    to: '`trade ${TradeId}`',
  },
  {
    title: 'of the fills one page is read',
    file: 'orders/restore.ts',
    from: 'if (isCut && account.listed > 0) {',
    to: 'if (isCut && account.listed < 0) {',
  },
  {
    title: 'a second reading begins the stream of an account anew',
    file: 'streams/read.ts',
    from: 'else if (stream.hasSnapshot) restart(shared, group, phase.socket);',
    to: 'else if (phase._tag === "Sent") restart(shared, group, phase.socket);',
  },
  {
    title: 'chunks of a book are not copied',
    file: 'book/ladder.ts',
    from: 'if (isOwn(ladder, chunk)) return chunk;',
    to: 'return chunk;',
    isSample: true,
  },
  {
    title: 'the end of a level that is not there throws',
    file: 'book/ladder.ts',
    from: 'if (level !== undefined) insert(',
    to: 'if (level === undefined) throw new Error("no such level"); insert(',
  },
  {
    title: 'rows of a frame are sorted before they are taken in',
    file: 'topics/keptBook.ts',
    from: '  source.book.apply(rows);\n',
    to: '  source.book.apply([...rows].sort((one, other) => one[3] - other[3]));\n',
  },
  {
    title: 'a crossed book is called live',
    file: 'market/book/toldBook.ts',
    from: "? 'crossed' : 'live'",
    to: "? 'live' : 'live'",
  },
  {
    title: 'books are repaired without a pause',
    file: 'market/book/repairs.ts',
    from: 'inARow === 0 ? -Infinity :',
    to: 'inARow >= 0 ? -Infinity :',
  },
  {
    title: 'the next value is begun before the last is torn down',
    file: 'flow/inTurn.ts',
    from: 'complete: () => (isWhole = true) }),\n    finalize(() => {\n      if (isWhole) finish();\n    }),',
    to: 'complete: () => finish() }),\n    finalize(() => isWhole),',
  },
  {
    title: 'the clock of ids goes back',
    file: 'orders/ids.ts',
    from: 'if (present > at) {',
    to: 'if (present !== at) {',
  },
  {
    title: 'followers are not told of a loss',
    file: 'streams/groups.ts',
    from: 'for (const one of tell) one();',
    to: '',
  },
  {
    title: 'a loss while joining goes unnoticed',
    file: 'streams/notices.ts',
    from: 'if (shared.inner.currentSocket() !== undefined) attend();',
    to: '',
  },
  {
    title: 'the last to leave ends nothing',
    file: 'streams/group.ts',
    from: 'if (socket !== undefined) leave(',
    to: 'if (socket === null) leave(',
  },
  {
    title: 'a time limit is twice as long',
    file: 'connection/deadlines.ts',
    from: 'from + (limit || 0)',
    to: 'from + 2 * (limit || 0)',
    isSample: true,
  },
  {
    title: 'an unreadable event is passed over',
    file: 'streams/attach.ts',
    from: "subscriber.next({ _tag: 'Unreadable', error });",
    to: '',
  },
  {
    title: 'a book does not delete levels',
    file: 'topics/keptBook.ts',
    from: '  source.book.apply(rows);\n',
    to: '  source.book.apply(rows.filter((row) => row[3] !== 2));\n',
  },
  {
    title: 'an account is not restored after a loss',
    file: 'orders/restore.ts',
    from: '  const number = account.rounds + 1;\n',
    to:
      "  if (account.epoch > 0) return [{ ...account, status: 'live', cause: undefined }, []];\n" +
      '  const number = account.rounds + 1;\n',
  },
  {
    title: 'the loss of the link of an account waits its turn',
    file: 'orders/engine.ts',
    from: "if (input._tag === 'Lost') {",
    to: 'if (input._tag === undefined) {',
  },
];
