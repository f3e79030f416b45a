import path from 'node:path';
import ts from 'typescript';

/** Source texts by their path from the project's root, such as `app/board/card.tsx`. */
export type Sources = Readonly<Record<string, string>>;

export type FoundImport = { specifier: string; isTypeOnly: boolean };

const productionRooms = ['app', 'server', 'db', 'domain'] as const;
type Room = (typeof productionRooms)[number];

const features = [
  'actions',
  'board',
  'spell',
  'lightbulb',
  'tasks',
  'review',
  'rounds',
  'escalations',
  'notices',
  'past',
  'reports',
  'catalogue',
  'admin',
];

/** What a room's values may come from, apart from the room itself. */
const valuesFrom: Record<Room, readonly Room[]> = {
  domain: [],
  db: ['domain'],
  server: ['db', 'domain'],
  app: ['domain'],
};

/** What only a room's types may come from, on top. */
const typesFrom: Record<Room, readonly Room[]> = {
  domain: [],
  db: [],
  server: [],
  app: ['server', 'db'],
};

/** Inside app/, apart from the part itself. */
const appPartsFrom: Record<string, readonly string[]> = {
  shell: ['routes', ...features, 'live', 'stores', 'realtime', 'components', 'base'],
  routes: [...features, 'live', 'stores', 'realtime', 'components', 'base'],
  ...Object.fromEntries(
    features.map((feature) => [feature, ['live', 'stores', 'realtime', 'components', 'base']]),
  ),
  live: ['stores', 'realtime', 'components', 'base'],
  realtime: ['stores', 'base'],
  stores: ['base'],
  components: ['base'],
  base: [],
};

const domainPackages = /^(zod|zod\/mini|date-fns|date-fns\/.+|@date-fns\/tz)$/;

/** Every import that goes the wrong way, as a sentence. `exists` answers for files of other kinds. */
export function findWrongImports(
  sources: Sources,
  exists: (file: string) => boolean = () => false,
): string[] {
  return Object.entries(sources).flatMap(([file, text]) =>
    importsOf(file, text).flatMap((found) => {
      const problem = problemWith(file, found, (target) => target in sources || exists(target));
      return problem === null ? [] : [`${file} ${problem}`];
    }),
  );
}

function problemWith(
  file: string,
  { specifier, isTypeOnly }: FoundImport,
  isFile: (file: string) => boolean,
): string | null {
  const room = roomOf(file);
  if (room === null) return null;

  if (!specifier.startsWith('.')) {
    const isForeign = room === 'domain' && !domainPackages.test(specifier);
    return isForeign ? `imports ${specifier}, which domain/ may not` : null;
  }

  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  // The built pages are loaded by the server at run time.
  if (target.startsWith('build/')) return null;
  if (!isFile(target)) return `imports ${specifier}, which is no file: write the full name`;

  const targetRoom = roomOf(target);
  // Style sheets and the like from anywhere but a room.
  if (targetRoom === null) {
    return /^(tests|scripts)\//.test(target) ? `imports ${target} into production` : null;
  }
  if (room !== targetRoom) {
    if (valuesFrom[room].includes(targetRoom)) return null;
    if (!typesFrom[room].includes(targetRoom)) return `imports ${target} against the direction`;
    return isTypeOnly ? null : `imports a value from ${target}; only types may come from there`;
  }
  return room === 'app' ? problemInsideApp(file, target) : null;
}

function problemInsideApp(file: string, target: string): string | null {
  const part = appPartOf(file);
  const targetPart = appPartOf(target);
  if (part === targetPart || !isCode(target)) return null;
  const allowed = appPartsFrom[part];
  if (allowed === undefined) return `is in app/${part}/, which no import rule knows`;
  return allowed.includes(targetPart) ? null : `imports ${target} against the direction in app/`;
}

function roomOf(file: string): Room | null {
  return productionRooms.find((room) => file.startsWith(`${room}/`)) ?? null;
}

function appPartOf(file: string): string {
  const [, part = '', ...rest] = file.split('/');
  if (rest.length > 0) return part;
  return /^(root|routes|entry\.(client|server))\.tsx?$/.test(part) ? 'shell' : 'base';
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}

/** All imports of a file: static, dynamic with a fixed name, re-exports, and types by `import()`. */
export function importsOf(file: string, text: string): FoundImport[] {
  const found: FoundImport[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) {
      found.push({ specifier: specifier.text, isTypeOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      // `import { type A } from` still loads the file; only `import type` vanishes.
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found;
}

/** Names that say nothing, in any folder or file of a path. */
export function findDrawers(files: readonly string[]): string[] {
  const drawer = /^(.+[-.])?(utils?|helpers?|misc|common)$/;
  return files.filter((file) =>
    file
      .replace(/(\.[a-z]+)+$/, '')
      .split('/')
      .some((name) => drawer.test(name)),
  );
}

/** Files named index, and files that do nothing but pass on what others export. */
export function findBarrels(sources: Sources): string[] {
  return Object.entries(sources)
    .filter(([file]) => file !== 'server/index.ts')
    .filter(([file, text]) => /(^|\/)index\.[jt]sx?$/.test(file) || onlyPassesOn(file, text))
    .map(([file]) => file);
}

function onlyPassesOn(file: string, text: string): boolean {
  const { statements } = parse(file, text);
  return (
    statements.length > 0 &&
    statements.every(
      (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
    )
  );
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
}
