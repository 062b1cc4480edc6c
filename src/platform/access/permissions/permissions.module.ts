import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessModule } from '../access.module.js';
import { PermissionBook } from './permission-book.js';
import { PermissionCheck } from './permission-check.js';

/** The shipped table of permissions, and the check that the whole service agrees with it. */
@Global()
@Module({
  imports: [DiscoveryModule, AccessModule],
  providers: [{ provide: PermissionBook, useFactory: () => PermissionBook.read() }, PermissionCheck],
  exports: [PermissionBook],
})
export class PermissionsModule {}
