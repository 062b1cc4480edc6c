import { Module } from '@nestjs/common';
import { InboxController } from './api/inbox.controller.js';
import { InboxPagesController } from './pages/inbox-pages.controller.js';

/** The inbox of an account: API and pages. */
@Module({ controllers: [InboxController, InboxPagesController] })
export class InboxModule {}
