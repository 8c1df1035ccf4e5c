import MagicString from 'magic-string';

const effects = new Set([
  'CallExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'MemberExpression',
  'SpreadElement',
]);
const isFunction = ({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression';

/** Whether a bundler has to believe that making this value does something. */
const seemsToAct = (node) => {
  if (Array.isArray(node)) return node.some(seemsToAct);
  if (typeof node?.type !== 'string' || isFunction(node)) return false;
  return effects.has(node.type) || Object.values(node).some(seemsToAct);
};

const declared = (statement) =>
  statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;

/** The names that a pattern gives. */
const namesIn = (pattern) => {
  if (pattern.type === 'Identifier') return [pattern.name];
  const parts =
    pattern.type === 'ObjectPattern' ? pattern.properties.map(({ value }) => value) : pattern.elements;
  return parts.filter((part) => part !== null).flatMap(namesIn);
};

const isKey = ({ type, computed, value }) => type === 'Property' && !computed && value.type === 'Identifier';

/** What each name of a pattern stands for, on its own. */
const taken = ({ id, init }, textOf) => {
  if (id.type === 'ObjectPattern' && id.properties.every(isKey)) {
    return id.properties.map(({ key, value }) => [value.name, `(${textOf(init)}).${key.name}`]);
  }
  const whole = `{ const ${textOf(id)} = ${textOf(init)}; return`;
  return namesIn(id).map((name) => [name, `${whole} ${name}; }`]);
};

const call = (text) => `/* @__PURE__ */ (() => ${text})()`;

const annotate = (text, textOf) => (declaration) => {
  const { id, init, start, end } = declaration;
  if (id.type === 'Identifier') {
    if (seemsToAct(init))
      text.appendLeft(init.start, '/* @__PURE__ */ (() => (').appendRight(init.end, '))()');
  } else {
    const names = taken(declaration, textOf).map(([name, value]) => `${name} = ${call(value)}`);
    text.overwrite(start, end, names.join(', '));
  }
};

/**
 * A plugin that says of every value at the top of a module that making it does nothing else. Without it whoever imports
 * one function of a file would carry all of them: a bundler cannot know what `endpoint({ … })` does. The values become
 * calls of functions without arguments, as an annotated call is dropped only where its arguments may be too; and what
 * is taken apart at once is taken out name by name.
 */
export const pure = () => ({
  name: 'pure',
  transform(code) {
    const text = new MagicString(code);
    const textOf = ({ start, end }) => code.slice(start, end);
    this.parse(code)
      .body.map(declared)
      .filter((statement) => statement?.type === 'VariableDeclaration')
      .flatMap(({ declarations }) => declarations)
      .forEach(annotate(text, textOf));
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});
