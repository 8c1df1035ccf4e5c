/* global document, MutationObserver */
import { createClient, touch$, whenLive } from 'notbank-rx';
import { createElement, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The best bid. In strict mode the effect is run, cleaned up and run again, before anything has come. */
const Bid = ({ client }) => {
  const [bid, setBid] = useState();
  useEffect(() => {
    const subscription = touch$(client, { InstrumentId: 1 })
      .pipe(whenLive())
      .subscribe(({ best }) => setBid(best.bid?.price));
    return () => subscription.unsubscribe();
  }, [client]);
  return createElement('output', null, bid);
};

const shown = (place) =>
  new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const said = place.querySelector('output')?.textContent ?? '';
      if (said === '') return;
      observer.disconnect();
      resolve(Number(said));
    }).observe(place, { childList: true, subtree: true, characterData: true });
  });

globalThis.smoke = async ({ url }) => {
  const client = createClient({ url });
  const place = document.querySelector('main');
  const root = createRoot(place);
  root.render(createElement(StrictMode, null, createElement(Bid, { client })));
  const bid = await shown(place);
  root.unmount();
  // The last consumer has left: the exchange is told before the link is closed.
  await new Promise((resolve) => setTimeout(resolve, 200));
  client.close();
  return { hasBid: bid > 0 };
};
