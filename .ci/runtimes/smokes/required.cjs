const { strictEqual } = require('node:assert');
const library = require('notbank-rx');

import('notbank-rx').then((imported) => {
  strictEqual(imported.createClient, library.createClient);
  strictEqual(imported.GatewayError, library.GatewayError);
});
