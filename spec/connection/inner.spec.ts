import { inner } from '../../src/connection/inner.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';

describe('inner', () => {
  it('is a key that shows in no listing, and that a copy of a connection carries on', () => {
    const client = connect(scriptedExchange());

    expect(Object.keys(client)).not.toContain(inner.toString());
    expect(JSON.stringify(client)).not.toContain('requestTimeout');
    expect({ ...client }[inner]).toBe(client[inner]);
    client.close();
  });
});
