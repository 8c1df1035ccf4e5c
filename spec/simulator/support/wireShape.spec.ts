import { entriesIn, fieldsMissing, type Field, shapeFaults } from './wireShape.ts';

const id: Field = { name: 'Id', type: 'integer' };
const note: Field = { name: 'Note', type: 'string', nullable: true, optional: true };
const object = { name: 'It', shape: 'object', fields: [id, note] };

describe('the measure of a payload', () => {
  it.each([
    ['{"Id":1}', []],
    ['{"Id":1,"Note":null}', []],
    ['{"id":1}', ['It.id is not known', 'It.Id is missing']],
    ['{"Id":null}', ['It.Id is null']],
    ['{"Id":"1","Note":2}', ['It.Id is no integer but string', 'It.Note is no string but number']],
    ['{"Id":1.5}', ['It.Id is no integer but number']],
    ['[]', ['It is no object']],
  ])('of an object: %s', (text, faults) => {
    expect(shapeFaults(object, text)).toEqual(faults);
  });

  it('looks into lists in objects, and into dictionaries', () => {
    const list = {
      name: 'It',
      shape: 'object',
      fields: [
        { name: 'A', type: 'array<object>' },
        { ...id, name: 'A[].Id' },
      ],
    };
    const pairs = { name: 'It', shape: 'object', fields: [{ ...id, name: '<pair>.Id' }] };

    expect(shapeFaults(list, '{"A":[{"Id":1},{}]}')).toEqual(['It.A[1].Id is missing']);
    expect(shapeFaults(pairs, '{"B":{"Id":1},"C":{}}')).toEqual(['It.C.Id is missing']);
  });

  it('looks at entries, at texts that hold them, and at scalars', () => {
    const scalars = { name: 'It', shape: 'array', fields: [{ name: '[]', type: 'string' }] };

    expect(shapeFaults({ ...object, shape: 'array' }, '[{"Id":1},"{}"]')).toEqual(['It[1].Id is missing']);
    expect(shapeFaults(scalars, '["a",1]')).toEqual(['It[1] is no string but number']);
    expect(shapeFaults(scalars, '{}')).toEqual(['It is no list']);
  });

  it('looks at columns by their place', () => {
    const rows = {
      name: 'It',
      shape: 'array-of-arrays',
      fields: [
        { ...id, name: '[0]Id' },
        { ...note, name: '[1]Note' },
      ],
    };

    expect(shapeFaults(rows, '[[1],[1,"a"],[]]')).toEqual(['It[2].Id is missing']);
    expect(shapeFaults(rows, '[[1,"a",2]]')).toEqual(['It[0] has 3 columns']);
    expect(shapeFaults(rows, '[{}]')).toEqual(['It[0] is no row']);
  });

  it('tells which fields are not there, of objects in lists and in dictionaries too', () => {
    const fields = [id, note, { ...id, name: 'A[].Id' }];
    const pairs = { name: 'It', shape: 'object', fields: [{ ...id, name: '<pair>.Id' }] };

    expect(fieldsMissing({ ...object, fields }, '{"Id":1,"A":[{"Id":1},{}]}')).toEqual(['Note', 'A[].Id']);
    expect(fieldsMissing({ ...object, fields }, '[{"Id":1,"Note":null,"A":[]},{"Note":1}]')).toEqual(['Id']);
    expect(fieldsMissing(pairs, '{"B":{"Id":1},"C":{}}')).toEqual(['<pair>.Id']);
    expect(fieldsMissing({ ...object, fields: [{ ...id, name: '[0]Id' }] }, '[[1]]')).toEqual([]);
  });

  it('counts entries', () => {
    expect(['[]', '[1,2]', '{}'].map(entriesIn)).toEqual([0, 2, 1]);
  });
});
