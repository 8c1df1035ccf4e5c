import { HealthCheck } from '../../../src/endpoints/system/HealthCheck.ts';
import { readExactJson } from '../../../src/json/exactJson.ts';
import { received, sent } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('HealthCheck', () => {
  it('has no parameters', () => {
    expect(sent(HealthCheck, {})).toBe('{}');
  });

  it('leaves the times in the detail as exact as they came', () => {
    const reply = received(HealthCheck, sampleText('functions/HealthCheck.reply.01.json'));
    const detail = (typeof reply === 'string' ? undefined : reply.detail) ?? '';
    expect(readExactJson(detail.replace('running: ', ''))).toMatchObject({
      GatewayIn: 638169552829684082n,
      RoundTripTimeMic: 24436,
    });
  });

  it('reads a reply that is the detail alone', () => {
    expect(received(HealthCheck, '{"detail":"running"}')).toEqual({ detail: 'running' });
  });

  it('is refused where something is wrong', () => {
    expect(
      received(HealthCheck, '{"result":false,"errormsg":"Server Error","errorcode":102,"detail":null}'),
    ).toBe('HealthCheck was refused: Server Error (code 102)');
  });
});
