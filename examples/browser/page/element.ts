type Tags = HTMLElementTagNameMap;

/** What an element is made with: its properties, and what shows in CSS by `data-…`. */
type Properties<K extends keyof Tags> = Partial<Omit<Tags[K], 'dataset' | 'style'>> & {
  readonly data?: Readonly<Record<string, string>>;
};

/** Makes an element with its properties and its children. */
export const element = <K extends keyof Tags>(
  tag: K,
  { data = {}, ...properties }: Properties<K> = {},
  ...children: readonly (Node | string)[]
): Tags[K] => {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, data);
  made.append(...children);
  return made;
};

/** The element of the page that a selector names, of the kind that it has to be. */
export const place = <E extends Element>(selector: string, kind: new () => E): E => {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
};

/** Sets a text where it is another one: what stands already costs nothing. */
export const write = (target: Element, text: string): void => {
  if (target.textContent !== text) target.textContent = text;
};
