import * as t from 'io-ts';
import { plainly } from '../../src/streams/reading.ts';
import { topicEvent } from '../../src/streams/topicEvent.ts';

const followed = { has: () => true, all: () => [] };
const Row = t.type({ Id: t.number });
const rows = topicEvent<readonly t.TypeOf<typeof Row>[], number>({
  name: 'RowEvent',
  codec: t.readonlyArray(Row),
  route: (payload, deliver) => payload.forEach(({ Id }) => deliver(String(Id), Id)),
  parts: (u) => (Array.isArray(u) ? u.map((row: unknown) => [row]) : [u]),
  routesOfBroken: () => ['broken'],
});
const read = (payload: string) => {
  const handed: unknown[] = [];
  const misread = rows.reader(plainly)(payload, (route, event) => handed.push([route, event]), followed);
  return { handed, misread };
};

describe('topicEvent', () => {
  it('hands out what is in a payload, by route', () => {
    expect(read('[{"Id":1},{"Id":2}]')).toEqual({
      handed: [
        ['1', 1],
        ['2', 2],
      ],
      misread: [],
    });
  });

  it('hands out the good parts, and tells of the others whom they were meant for', () => {
    const { handed, misread } = read('[{"Id":1},{"Id":"x"},{"Id":2}]');
    expect(handed).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
    expect(misread).toMatchObject([{ routes: ['broken'], error: { _tag: 'DecodeError' } }]);
  });

  it('tells of a payload that is no JSON', () => {
    expect(read('{').misread).toMatchObject([{ error: { _tag: 'DecodeError', call: 'RowEvent' } }]);
  });
});
