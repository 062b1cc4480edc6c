import { Controller, Get } from '@nestjs/common';
import { Public } from '../../platform/access/index.js';
import { Context, Page, SameForStrangers, type PageAnswer } from '../http/page.js';
import type { PageContext } from '../layout/page-context.js';
import { accessibilityPage } from './accessibility-page.js';
import { helpPage } from './help-page.js';
import { homePage } from './home-page.js';

/** Pages that say something and ask nothing: no cookie, no session. */
@Controller()
export class ContentController {
  @Get()
  @Public()
  @Page()
  @SameForStrangers()
  home(@Context() context: PageContext): PageAnswer {
    return homePage(context);
  }

  @Get('help')
  @Public()
  @Page()
  @SameForStrangers()
  help(@Context() context: PageContext): PageAnswer {
    return helpPage(context);
  }

  @Get('accessibility')
  @Public()
  @Page()
  @SameForStrangers()
  accessibility(@Context() context: PageContext): PageAnswer {
    return accessibilityPage(context);
  }
}
