import type { Caller } from '../../platform/access/index.js';

/** Keeps the display settings of people who are signed in; the room that knows them provides it, globally, under this class. */
export abstract class DisplayProfiles {
  /** @param words as in the cookie; empty for the standard */
  abstract keep(caller: Caller, words: string): Promise<void>;
}
