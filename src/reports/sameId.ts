const plain = (id: string): string => id.replace(/^\{(.*)\}$/, '$1').toLowerCase();

/** Says whether two ids are one: GUIDs, which some gateways put in braces, or write in capitals. */
export const sameId = (a: string, b: string): boolean => plain(a) === plain(b);
