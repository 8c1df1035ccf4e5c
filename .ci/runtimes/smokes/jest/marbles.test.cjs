const { expect, test } = require('@jest/globals');
const library = require('notbank-rx');
const testing = require('notbank-rx/testing');
const { map } = require('rxjs');
const marbles = require('../marbles.cjs');

const { holds, differs, diagrams } = marbles({ ...library, ...testing, map });

test('marbles that hold, hold', () => expect(holds).not.toThrow());
test('marbles that differ are shown', () => expect(differs).toThrow(diagrams));
