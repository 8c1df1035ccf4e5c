const { setTimeout: delay } = require('node:timers/promises');
const { TestEnvironment } = require('jest-environment-node');

const count = () => {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) {
    if (/^(TCP|TLS|UDP|Pipe|Process|Timeout)/.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
};

/** A spec file that leaves a socket, a server, a child or a timer open fails, where Jest would wait for ever. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.before = count();
  }

  async teardown() {
    let left = [];
    for (let round = 0; round < 25; round++) {
      await delay(20);
      left = [...count()].filter(([kind, n]) => n > (this.before.get(kind) ?? 0)).map(([kind]) => kind);
      if (left.length === 0) break;
    }
    await super.teardown();
    if (left.length > 0) {
      throw new Error(`the spec left open: ${left.join(', ')} (see jest --detectOpenHandles)`);
    }
  }
};
