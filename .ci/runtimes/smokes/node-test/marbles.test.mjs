import { doesNotThrow, throws } from 'node:assert';
import { test } from 'node:test';
import * as library from 'notbank-rx';
import * as testing from 'notbank-rx/testing';
import { map } from 'rxjs';
import marbles from '../marbles.cjs';

const { holds, differs, diagrams } = marbles({ ...library, ...testing, map });

test('marbles that hold, hold', () => doesNotThrow(holds));
test('marbles that differ are shown', () => throws(differs, ({ message }) => message.includes(diagrams)));
