import { AreaSeries, createOptionsChart, LineType } from 'lightweight-charts';
import type { OrderBookView } from 'notbank-rx';
import { chartLook } from './chartLook.ts';
import { colours, thin } from './colours.ts';
import { depthCurve, type DepthPoint, roundedUp } from './depthCurve.ts';
import { type TotalledLevel, totalled } from './levels.ts';

const sideLook = (colour: string) => ({
  lineColor: colour,
  topColor: thin(colour, 0.35),
  bottomColor: thin(colour, 0.05),
  lineWidth: 2 as const,
  priceFormat: { type: 'volume' as const, precision: 2 },
  lineType: LineType.WithSteps,
  priceLineVisible: false,
  lastValueVisible: false,
  crosshairMarkerVisible: false,
});

const pointOf = ({ price, total }: DepthPoint): { readonly time: number; readonly value: number } => ({
  time: price,
  value: total,
});

/** How far the shallower side reaches. */
const reach = (mid: number, bids: readonly TotalledLevel[], asks: readonly TotalledLevel[]): number =>
  Math.min(mid - (bids.at(-1)?.price ?? mid), (asks.at(-1)?.price ?? mid) - mid);

/** How much rests within a distance of the middle, on both sides. */
export const depthChart = (root: HTMLElement): ((book: OrderBookView) => void) => {
  const chart = createOptionsChart(root, {
    ...chartLook,
    layout: { ...chartLook.layout, attributionLogo: false },
    timeScale: { borderVisible: false, fixLeftEdge: true, fixRightEdge: true },
    handleScroll: false,
    handleScale: false,
  });
  const bidArea = chart.addSeries(AreaSeries, sideLook(colours.buy));
  const askArea = chart.addSeries(AreaSeries, sideLook(colours.sell));
  return ({ mid, levels }) => {
    const [bids, asks] = [totalled(levels('bids')), totalled(levels('asks'))];
    if (mid === undefined) return;
    const range = { mid, half: roundedUp(reach(mid, bids, asks)) };
    bidArea.setData(depthCurve(bids, 'bids', range).map(pointOf).reverse());
    askArea.setData(depthCurve(asks, 'asks', range).map(pointOf));
    chart.timeScale().fitContent();
  };
};
