import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './schema.js';

/** Injection token of the validated settings: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = Symbol('SETTINGS');

@Global()
@Module({})
export class SettingsModule {
  /** Takes settings that were validated before Nest starts, so that a wrong one is told before anything opens. */
  static forRoot(settings: Settings): DynamicModule {
    return { module: SettingsModule, providers: [{ provide: SETTINGS, useValue: settings }], exports: [SETTINGS] };
  }
}
