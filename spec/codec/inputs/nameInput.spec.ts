import { nameInput } from '../../../src/codec/inputs/nameInput.ts';
import { ReportFrequency } from '../../../src/codec/enums/ReportFrequency.ts';

describe('nameInput', () => {
  const codec = nameInput(ReportFrequency);

  it('sends the name', () => {
    expect(codec.encode('onDemand')).toBe('onDemand');
    expect(codec.is(ReportFrequency.Weekly)).toBe(true);
  });

  it.each(['OnDemand', 'weekly', 2, '2', undefined, null, 'toString'])('refuses %p', (u) => {
    expect(codec.is(u)).toBe(false);
    expect(codec.name).toBe('one of onDemand, Hourly, Daily, Weekly, Monthly, Annually');
  });
});
