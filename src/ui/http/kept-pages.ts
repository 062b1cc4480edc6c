import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { PackedCopies } from '../../platform/http/index.js';
import { formatDisplaySettings } from '../layout/display-settings.js';
import type { PageContext } from '../layout/page-context.js';

export type KeptPage = { readonly html: string; readonly packed: PackedCopies };

/** So long a page may tell yesterday's date at most. */
const KEPT_MILLISECONDS = 60_000;
/** About 20 kB each, packed copies included. */
const MOST_PAGES = 500;
/** Longer addresses are nobody's bookmark. */
const LONGEST_PATH = 300;

/** Pages that say the same to every stranger, rendered once a minute for each address, language and display setting. */
@Injectable()
export class KeptPages {
  readonly #pages = new Map<string, KeptPage & { readonly until: number }>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  find(context: PageContext): KeptPage | null {
    const kept = this.#pages.get(keyOf(context));
    return kept !== undefined && kept.until > this.clock.now().getTime() ? kept : null;
  }

  keep(context: PageContext, html: string): KeptPage {
    const kept = { html, packed: new Map(), until: this.clock.now().getTime() + KEPT_MILLISECONDS };
    if (context.path.length > LONGEST_PATH) return kept;
    // Begins anew when full: whoever asks for addresses that nobody else asks for costs the others one rendering.
    if (this.#pages.size >= MOST_PAGES) this.#pages.clear();
    this.#pages.set(keyOf(context), kept);
    return kept;
  }
}

const keyOf = ({ language, display, path }: PageContext): string => `${language} ${formatDisplaySettings(display)} ${path}`;
