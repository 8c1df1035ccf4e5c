import { auditRight, type ProfileName, profileNames, takeLevels } from '../../support/bookAudits.ts';

/** `scripts/book-audits.mjs` asks for more. */
const audits = Number(process.env['AUDITS'] ?? 300);
const perRun = 50;
const runs = Math.ceil(audits / perRun / profileNames.length);
const takenPerRun = 4;

/** Others at each kind of exchange. */
const seedsOf = (profile: ProfileName): readonly number[] =>
  Array.from({ length: runs }, (_, run) => 1 + run + 1_000 * profileNames.indexOf(profile));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe(`the audits of books, ${runs * perRun} at least at each kind of exchange`, () => {
  it.each(profileNames)('never take a book for wrong that is right: %s', (profile) => {
    const results = seedsOf(profile).map((seed) => auditRight(profile, seed, perRun));
    const counts = {
      audits: sum(results.map((one) => one.audits)),
      frames: sum(results.map(({ frames }) => frames)),
      falseAlarms: sum(results.map(({ falseAlarms }) => falseAlarms)),
    };
    console.log(JSON.stringify({ profile, ...counts }));
    expect(counts.falseAlarms).toBe(0);
    expect(counts.audits).toBeGreaterThanOrEqual(runs * perRun);
  });

  it.each(profileNames)('find a level that was taken away within three: %s', (profile) => {
    const results = seedsOf(profile).map((seed) => takeLevels(profile, seed, takenPerRun));
    // None was needed where one was under way already that had seen it before.
    const found = [0, 1, 2, 3].map((needed) => sum(results.map((one) => one.found[needed] ?? 0)));
    const counts = {
      taken: sum(results.map(({ taken }) => taken)),
      told: sum(results.map(({ told }) => told)),
    };
    console.log(JSON.stringify({ profile, ...counts, found }));
    expect(sum(found) + counts.told).toBe(counts.taken);
    expect(sum(found)).toBeGreaterThan(0);
  });
});
