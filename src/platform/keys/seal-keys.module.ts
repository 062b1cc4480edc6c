import { Module } from '@nestjs/common';
import { SealKeysController } from './seal-keys.controller.js';

/** Publishes the public halves of the seal; the seal itself comes with the key ring. */
@Module({ controllers: [SealKeysController] })
export class SealKeysModule {}
