// A plugin of TypeDoc that gives each export its subject as its @category, which the folder it stands in tells, and each
// page one title: that of its text, or the name that an entry point is imported by.
import { relative } from 'node:path';
import { Comment, CommentTag, Converter, ReflectionKind } from 'typedoc';

/** The first that fits counts. */
const subjects = [
  [/^src\/(client\.ts|connection|transport|session|socket\.ts|socket\/)/, 'Connection and login'],
  [/^src\/(operators|frame\.ts|json|requests\/reply\.ts|refusal\.ts)/, 'Frames'],
  [/^src\/(errors|mismatches|redact|refusal)/, 'Errors'],
  [/^src\/(requests|streams\/(follow|subscribe|kept|SnapshotOrUpdate))/, 'Requests and streams'],
  [/^src\/(market|book)\//, 'Market data'],
  [/^src\/(orders|reports)\//, 'Orders and the account'],
  [/^src\/flow\//, 'Slow consumers'],
  [/^src\/topics\//, 'Streams of the exchange'],
  [/^src\/endpoints\/([\w-]+)\//, (subject) => `Functions: ${subject}`],
  [/^src\/codec\/(records|enums)\//, 'Records and enumerations'],
  [/^src\/recording\//, 'Recordings'],
  [/^src\/(simulator|testing)\//, 'Simulation and testing'],
];

const subjectOf = (file) => {
  for (const [pattern, subject] of subjects) {
    const match = pattern.exec(file);
    if (match !== null) return typeof subject === 'string' ? subject : subject(match[1]);
  }
  return 'Functions and streams of your own';
};

const isExport = ({ parent }) =>
  parent !== undefined && parent.kindOf(ReflectionKind.Module | ReflectionKind.Project);

const categorize = (project, reflection) => {
  const symbol = project.getSymbolIdFromReflection(reflection);
  if (symbol === undefined || !isExport(reflection)) return;
  const tag = new CommentTag('@category', [
    { kind: 'text', text: subjectOf(relative(process.cwd(), symbol.fileName)) },
  ]);
  const targets = reflection.signatures ?? [reflection];
  for (const target of targets) (target.comment ??= new Comment()).blockTags.push(tag);
};

const heading = /^\s*# (.+)\n/;

/** The heading of a text, which is taken out of it, as the page has a title of its own. */
const takeHeading = ([first]) => {
  const [whole, title] = heading.exec(first?.text ?? '') ?? [];
  if (whole !== undefined) first.text = first.text.slice(whole.length);
  return title;
};

const entitle = (project) => {
  takeHeading(project.readme ?? []);
  for (const document of project.getReflectionsByKind(ReflectionKind.Document))
    document.name = takeHeading(document.content) ?? document.name;
  for (const module of project.getReflectionsByKind(ReflectionKind.Module))
    module.name = `notbank-rx/${module.name}`.replace(/\/index$/, '');
};

/** What TypeDoc calls. */
export const load = ({ converter }) => {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of Object.values(project.reflections)) categorize(project, reflection);
    entitle(project);
  });
};
