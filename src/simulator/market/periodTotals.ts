/** The totals of one day, and of the month and the year it is in. */
export interface Totals<A> {
  readonly day: A;
  readonly month: A;
  readonly year: A;
}

/** A running total by the UTC day, month and year. */
export interface PeriodTotals<A> {
  /** @param ms epoch milliseconds; never before those of the last call */
  readonly add: (ms: number, value: A) => void;
  /** The totals of the day, month and year that a time falls into. */
  readonly at: (ms: number) => Totals<A>;
}

const dayMs = 86_400_000;

const dayOf = (ms: number): number => Math.floor(ms / dayMs);

interface Keys {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const keysOf = (ms: number): Keys => {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  return { day: dayOf(ms), month: year * 12 + date.getUTCMonth(), year };
};

/** Totals of nothing yet. */
export const createPeriodTotals = <A>(nothing: A, plus: (a: A, b: A) => A): PeriodTotals<A> => {
  let keys: Keys | undefined;
  let totals = { day: nothing, month: nothing, year: nothing };

  const at: PeriodTotals<A>['at'] = (ms) => {
    // Most calls are of the same day, or of what never gets a value: neither needs a calendar.
    if (keys === undefined || dayOf(ms) === keys.day) return totals;
    const present = keysOf(ms);
    return {
      day: present.day === keys.day ? totals.day : nothing,
      month: present.month === keys.month ? totals.month : nothing,
      year: present.year === keys.year ? totals.year : nothing,
    };
  };
  return {
    add: (ms, value) => {
      const { day, month, year } = at(ms);
      totals = { day: plus(day, value), month: plus(month, value), year: plus(year, value) };
      keys = keysOf(ms);
    },
    at,
  };
};
