const { writeSync } = require('node:fs');

/** Ends a run with one line: `N passed, N failed`. */
module.exports = class {
  onRunComplete(_contexts, results) {
    const interrupted = results.wasInterrupted ? 1 : 0;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + interrupted;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    const line = `${results.numPassedTests} passed, ${failed} failed${tail}`;
    // Jest writes its summary and the coverage table after every custom reporter.
    process.once('exit', () => writeSync(1, `\n${line}\n`));
  }
};
