/**
 * Every page of the service with its states. All browser checks iterate over this list, so a page that is not in it
 * is a page that nobody checks: a test fails for a page route without an entry.
 */
export type PageEntry = {
  /** Names the page in reports and snapshots: `levy.staff`. */
  readonly id: string;
  /** The pattern of its GET route, without language: `/levy/:step`. */
  readonly path: string;
  /** At least one; `empty`, `filled`, `error`, `long`, `after-enhancement` where they exist. */
  readonly states: readonly [PageState, ...PageState[]];
  /** Has easy-read texts, so that it is checked in 易读 too. */
  readonly easyRead: boolean;
};

export type PageState = {
  readonly name: string;
  /** Brings the page into the state, by what a person can do. Ends on the page. */
  readonly arrange: (visitor: Visitor) => Promise<void>;
};

/** What a person can do in a browser; each check runner brings its own (with or without script, by keyboard only…). */
export type Visitor = {
  /** A path without language; the runner adds `/en` for the English round, and the id of a record that it keeps for `{name}`. */
  open(path: string): Promise<void>;
  /** Types into the field of this `name`. */
  fill(name: string, value: string): Promise<void>;
  /** Ticks or picks the choice with this `name` and `value`; works for radios, tick boxes and selects. */
  choose(name: string, value: string): Promise<void>;
  /** Puts a file of `test/fixtures` into the file field of this `name`. */
  upload(name: string, fixture: string): Promise<void>;
  /** Sends the form of main with its first button: of any form, of the one that goes to this path, or the button of this `name`. */
  submit(which?: string): Promise<void>;
  /** Becomes the person whom the runner keeps signed in under this name, mostly that of a role; '' for one without any. */
  signIn(role: string): Promise<void>;
  /** Becomes somebody new who has given the password just now and owes this step of the sign-in. */
  owes(step: 'second_factor' | 'enrolment'): Promise<void>;
  /** Has the session end, as after an hour without a call; the page that is open does not notice. */
  sessionEnds(): Promise<void>;
  /** Follows a link by the start of its address, without language. */
  follow(path: string): Promise<void>;
  /**
   * Has something done whose whole trace is in the visitor's cookies (answers given, signed in). The runner may do it once under
   * this name and hand the cookies on. Afterwards the visitor stands nowhere: open a page.
   */
  prepared(name: string, act: () => Promise<void>): Promise<void>;
};

export const opened = (path: string): PageState => ({ name: 'opened', arrange: (visitor) => visitor.open(path) });

/** A page as somebody who is signed in sees it. @param act what that person does there, to end on the page in this state */
export const inside = (who: string, name: string, path: string, act?: (visitor: Visitor) => Promise<void>): PageState => ({
  name,
  arrange: async (visitor) => {
    await visitor.signIn(who);
    await visitor.open(path);
    await act?.(visitor);
  },
});

type RouteOfPage = { readonly method: string; readonly path: string };

/** GET routes that answer with a page and have no entry; `[]` is what a test asks for. */
export function unregistered(pageRoutes: readonly RouteOfPage[], entries: readonly PageEntry[]): readonly string[] {
  const known = new Set(entries.map(({ path }) => path));
  return [...new Set(pageRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path))].filter((path) => !known.has(path));
}

/** Entries whose route is gone, and ids that stand twice. */
export function stray(pageRoutes: readonly RouteOfPage[], entries: readonly PageEntry[]): readonly string[] {
  const routes = new Set(pageRoutes.map(({ path }) => path));
  const ids = entries.map(({ id }) => id);
  return [...entries.filter(({ path }) => !routes.has(path)).map(({ path }) => path), ...ids.filter((id, index) => ids.indexOf(id) !== index)];
}
