import * as library from 'notbank-rx';
import * as testing from 'notbank-rx/testing';
import { map } from 'rxjs';
import { expect, test } from 'vitest';
import marbles from '../marbles.cjs';

const { holds, differs, diagrams } = marbles({ ...library, ...testing, map });

test('marbles that hold, hold', () => expect(holds).not.toThrow());
test('marbles that differ are shown', () => expect(differs).toThrow(diagrams));
