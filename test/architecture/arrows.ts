import { isSpec, type Import, type SourceFile } from './source-files.js';

/** Which rooms a room may know (docs/architecture.md, "Who may know whom"). A room that is not named here may not exist. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel'],
  ui: ['kernel', 'platform'],
  messages: ['kernel', 'platform', 'ui'],
  policy: ['kernel', 'platform', 'ui'],
  members: ['kernel', 'platform', 'ui', 'policy'],
  'sign-in': ['kernel', 'platform', 'ui', 'policy', 'members'],
  demo: ['kernel', 'platform', 'members', 'sign-in', 'quota/filing'],
  'quota/employers': ['kernel', 'platform', 'ui', 'policy', 'members'],
  'people/registry': ['kernel', 'platform'],
  'people/facts': ['kernel', 'platform', 'ui', 'policy', 'people/registry'],
  employment: ['kernel', 'platform', 'people/registry', 'quota/employers'],
  'people/files': ['kernel', 'platform', 'ui', 'policy', 'members', 'people/registry'],
  rights: ['kernel', 'platform', 'ui', 'policy', 'members', 'people/registry', 'people/files'],
  'quota/counting': ['kernel', 'policy'],
  'quota/levy': ['kernel', 'platform', 'ui', 'policy'],
  'quota/filing': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'people/registry', 'people/facts', 'employment', 'quota/counting', 'quota/levy', 'quota/roster'],
  'quota/comparison': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'people/registry', 'people/facts', 'employment', 'quota/counting', 'quota/filing'],
  'quota/review': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'people/registry', 'employment', 'quota/counting', 'quota/levy', 'quota/filing', 'quota/comparison'],
  'quota/determinations': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'quota/levy', 'quota/filing', 'quota/review'],
  'quota/collection': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'quota/levy', 'quota/filing', 'quota/determinations'],
  'oversight/inspection': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'quota/filing', 'quota/review', 'quota/determinations'],
  'oversight/leading': ['kernel', 'platform', 'ui', 'policy', 'members', 'quota/employers', 'quota/filing', 'quota/determinations'],
  'quota/roster': ['kernel', 'platform', 'ui', 'policy', 'quota/counting', 'quota/levy'],
};

/** What puts the application together; it alone sees the modules, tables, texts, commands and queries inside the rooms. */
const COMPOSITION = 'composition';
const COMPOSITION_SEES = /\/(?:index\.ts|[^/]*\.module\.ts|[^/]*\.entity\.ts|[^/]*\.(?:command|query)\.ts|[^/]*texts\.ts)$/;

/** Pure parts of the policy room, which rules use without the room that loads the law: the types of its values, their hash. */
const PURE_POLICY = ['src/policy/parameters.ts', 'src/policy/policy-hash.ts'];

const GROUPS = ['quota', 'people', 'work', 'oversight'];

export function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  if (second === '') return COMPOSITION;
  return GROUPS.includes(first) ? `${first}/${second}` : first;
}

/** The part of a room that has a face of its own: each folder of the platform (small ones have none), else the room. */
const houseOf = (file: string): string => (file.startsWith('src/platform/') ? file.split('/').slice(0, 3).join('/') : `src/${roomOf(file)}`);

const isPure = (file: string): boolean => file.startsWith('src/kernel/') || file.includes('/domain/');

export function arrowViolations(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  return files.filter((file) => !isSpec(file.path)).flatMap((file) => [
    ...(MAY_KNOW[roomOf(file.path)] || roomOf(file.path) === COMPOSITION ? [] : [`${file.path}: the room ${roomOf(file.path)} stands in no plan`]),
    ...file.imports.flatMap((imported) => [...unresolved(file, imported, known), ...crossing(file, imported, known), ...impurity(file, imported)]),
  ]);
}

function unresolved(file: SourceFile, { file: target, specifier }: Import, known: ReadonlySet<string>): string[] {
  return target === null || known.has(target) || !target.startsWith('src/') || /\.(?:json|d\.ts)$/.test(target) ? [] : [`${file.path}: ${specifier} leads nowhere`];
}

function crossing(file: SourceFile, { file: target, specifier }: Import, known: ReadonlySet<string>): string[] {
  if (target === null) return [];
  if (!target.startsWith('src/')) return [`${file.path}: ${specifier} leads out of src`];
  const from = roomOf(file.path);
  const to = roomOf(target);
  if (from === to) return [];
  const face = `${houseOf(target)}/index.ts`;
  const isFace = target === face || (to === 'platform' && !known.has(face));
  if (from === COMPOSITION) return to === 'kernel' || isFace || COMPOSITION_SEES.test(target) ? [] : [`${file.path}: reaches into ${target}; only faces, modules, entities, texts, commands and queries may be seen`];
  if (to === COMPOSITION) return [`${file.path}: knows the composition ${target}`];
  if (!MAY_KNOW[from]?.includes(to)) return [`${file.path}: ${from} may not know ${to} (${target})`];
  if (to === 'kernel' || isFace || PURE_POLICY.includes(target)) return [];
  return [`${file.path}: reaches into ${target} instead of its index.ts`];
}

/** Rules are pure: kernel, their own room's rules, the law's types, and the faces of rooms that are pure as a whole. */
function impurity(file: SourceFile, { file: target, specifier }: Import): string[] {
  if (!isPure(file.path)) return [];
  if (target === null) return [`${file.path}: pure code imports the package ${specifier}`];
  const allowed = target.startsWith('src/kernel/') || PURE_POLICY.includes(target) || target === 'src/quota/counting/index.ts' || (roomOf(target) === roomOf(file.path) && target.includes('/domain/'));
  return allowed ? [] : [`${file.path}: pure code imports ${target}`];
}

/** Circles of files, each told once, by its shortest way round. Specs are left out: nobody imports them. */
export function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(files.map((file) => [file.path, file.imports.flatMap((imported) => (imported.file === null ? [] : [imported.file]))]));
  const told = new Set<string>();
  for (const start of edges.keys()) {
    const circle = shortestWayBack(start, edges);
    if (circle) told.add(rotate(circle).join(' → '));
  }
  return [...told].sort();
}

function shortestWayBack(start: string, edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string>();
  let front = [start];
  while (front.length > 0) {
    const next: string[] = [];
    for (const file of front) {
      for (const target of edges.get(file) ?? []) {
        if (target === start) return trail(file, start, cameFrom);
        if (cameFrom.has(target)) continue;
        cameFrom.set(target, file);
        next.push(target);
      }
    }
    front = next;
  }
  return null;
}

function trail(last: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [last];
  for (let file = last; file !== start;) {
    file = cameFrom.get(file) ?? start;
    way.unshift(file);
  }
  return way;
}

function rotate(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}
