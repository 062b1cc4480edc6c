import { Global, Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { ERROR_PAGE_RENDERER } from '../platform/http/index.js';
import { assetsFolder, assetsMiddleware } from './assets.js';
import { KitErrorPageRenderer } from './http/error-page-renderer.js';
import { SITE, undeclaredSite } from './layout/site.js';
import { ContentController } from './pages/content.controller.js';
import { DisplayController } from './pages/display.controller.js';

/** The page kit as a part of the application: its pages, its assets, the frame of refusals. */
@Global()
@Module({
  controllers: [ContentController, DisplayController],
  providers: [{ provide: SITE, useValue: undeclaredSite }, { provide: ERROR_PAGE_RENDERER, useClass: KitErrorPageRenderer }],
  exports: [SITE, ERROR_PAGE_RENDERER],
})
export class UiModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(assetsMiddleware(assetsFolder)).forRoutes('/assets/{*path}');
  }
}
