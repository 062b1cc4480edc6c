import { Global, Module } from '@nestjs/common';
import { PolicyController } from './api/policy.controller.js';
import { PolicyPagesController } from './pages/policy-pages.controller.js';
import { PolicyBook } from './policy-book.js';
import { shippedPolicyFolder } from './policy-folder.js';

/** The law, read once at boot and held in memory for every room; its pages and its API. */
@Global()
@Module({
  controllers: [PolicyController, PolicyPagesController],
  providers: [{ provide: PolicyBook, useFactory: () => PolicyBook.load(shippedPolicyFolder) }],
  exports: [PolicyBook],
})
export class PolicyModule {}
