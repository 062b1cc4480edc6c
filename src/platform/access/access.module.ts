import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Callers } from './callers.js';
import { RouteTable } from './route-table.js';

@Module({ imports: [DiscoveryModule], providers: [RouteTable, Callers], exports: [RouteTable, Callers] })
export class AccessModule {}
