import { Global, Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/index.js';
import { ERROR_PAGE_RENDERER } from '../platform/http/index.js';
import { KitErrorPageRenderer } from './http/error-page-renderer.js';
import { KeptPages } from './http/kept-pages.js';
import { SITE, type Site } from './layout/site.js';
import { ApiPageController } from './pages/api.controller.js';
import { ContentController } from './pages/content.controller.js';
import { DisplayController } from './pages/display.controller.js';

/** The page kit as a part of the application: its pages, the frame of refusals, what the deploying body says of itself. */
@Global()
@Module({
  controllers: [ContentController, DisplayController, ApiPageController],
  providers: [{ provide: SITE, inject: [SETTINGS], useFactory: (settings: Settings): Site => settings.site }, { provide: ERROR_PAGE_RENDERER, useClass: KitErrorPageRenderer }, KeptPages],
  exports: [SITE, ERROR_PAGE_RENDERER, KeptPages],
})
export class UiModule {}
