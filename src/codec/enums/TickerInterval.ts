/** The lengths of bars that the exchange makes, in seconds. The names are ours; only the number travels. */
export const TickerInterval = {
  OneMinute: 60,
  FiveMinutes: 300,
  FifteenMinutes: 900,
  ThirtyMinutes: 1800,
  OneHour: 3600,
  TwoHours: 7200,
  FourHours: 14400,
  SixHours: 21600,
  TwelveHours: 43200,
  OneDay: 86400,
  OneWeek: 604800,
  FourWeeks: 2419200,
  SixteenWeeks: 9676800,
  FourYears: 125798400,
} as const;
