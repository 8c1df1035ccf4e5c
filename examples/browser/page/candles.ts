import {
  CandlestickSeries,
  type CandlestickData,
  createChart,
  HistogramSeries,
  type HistogramData,
  type UTCTimestamp,
} from 'lightweight-charts';
import type { Bar, Bars } from 'notbank-rx';
import { chartLook } from './chartLook.ts';
import { colours, thin } from './colours.ts';
import type { Formats } from './formats.ts';

/** The chart shows the time that it is given, whatever the zone: it is given that of this machine. */
const chartTime = (milliseconds: number): UTCTimestamp =>
  (milliseconds / 1000 - new Date(milliseconds).getTimezoneOffset() * 60) as UTCTimestamp;

/** A bar as a candle. */
export const candleOf = ({ begin, open, high, low, close }: Bar): CandlestickData<UTCTimestamp> => ({
  time: chartTime(begin),
  open,
  high,
  low,
  close,
});

/** What was traded in a bar, in the colour of its direction. */
export const volumeOf = ({ begin, volume, open, close }: Bar): HistogramData<UTCTimestamp> => ({
  time: chartTime(begin),
  value: volume,
  color: thin(close < open ? colours.sell : colours.buy, 0.35),
});

const candleLook = {
  upColor: colours.buy,
  downColor: colours.sell,
  wickUpColor: colours.buy,
  wickDownColor: colours.sell,
  borderVisible: false,
};

/** The candles of a series of bars, with what was traded below. */
export const candles = (root: HTMLElement): ((bars: Bars, formats: Formats) => void) => {
  const chart = createChart(root, {
    ...chartLook,
    timeScale: {
      borderVisible: false,
      timeVisible: true,
      secondsVisible: false,
      rightOffset: 2,
      barSpacing: 9,
    },
  });
  const prices = chart.addSeries(CandlestickSeries, candleLook);
  const volumes = chart.addSeries(HistogramSeries, {
    priceScaleId: 'volume',
    priceFormat: { type: 'volume' },
    priceLineVisible: false,
    lastValueVisible: false,
  });
  volumes.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  prices.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: 0.22 }, entireTextOnly: true });
  return ({ bars }, formats) => {
    prices.applyOptions({
      priceFormat: {
        type: 'custom',
        formatter: formats.price,
        minMove: formats.instrument.PriceIncrement ?? 0.01,
      },
    });
    prices.setData(bars.map(candleOf));
    volumes.setData(bars.map(volumeOf));
  };
};
