import { createRoom } from '../../../src/market/book/room.ts';

describe('a room', () => {
  it('holds so many at once; the next comes in when one leaves, and who left the queue does not', () => {
    const room$ = createRoom(2);
    const inside: string[] = [];
    const enter = (name: string) => room$.subscribe(() => inside.push(name));
    const [first, , third] = ['first', 'second', 'third', 'fourth'].map(enter);
    expect(inside).toEqual(['first', 'second']);
    third?.unsubscribe();
    first?.unsubscribe();
    expect(inside).toEqual(['first', 'second', 'fourth']);
  });
});
