import * as t from 'io-ts';
import { createClient, endpoint, listOf, oms, request, request$ } from 'notbank-rx';
import { finalize } from 'rxjs';
import { gateway } from './gateway.mjs';

/** As if `GetProducts` were not in the package: its name, what has to and what may be given, what it answers. */
const ProductNames = endpoint({
  name: 'GetProducts',
  request: request({}, oms),
  reply: listOf(t.type({ ProductId: t.number, ProductFullName: t.string }), 'ProductNames'),
});
const client = createClient(gateway);

request$(client, ProductNames, {})
  .pipe(finalize(client.close))
  .subscribe((products) => products.forEach((p) => console.log(p.ProductId, p.ProductFullName)));
