import { ColorType, CrosshairMode, type DeepPartial, type ChartOptionsBase } from 'lightweight-charts';
import { colours } from './colours.ts';

const border = { borderVisible: false };

/** What both charts have in common. */
export const chartLook: DeepPartial<ChartOptionsBase> = {
  autoSize: true,
  // As the numbers beside them; the browser's own may be one that it cannot read itself.
  localization: { locale: 'en-US' },
  layout: {
    background: { type: ColorType.Solid, color: 'transparent' },
    textColor: colours.text,
    fontSize: 11,
    fontFamily: getComputedStyle(document.body).fontFamily,
  },
  grid: { vertLines: { color: colours.line }, horzLines: { color: colours.line } },
  crosshair: { mode: CrosshairMode.Normal },
  rightPriceScale: border,
};
