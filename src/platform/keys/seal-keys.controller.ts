import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/index.js';
import { Seal, type SealAlgorithm, type ShownSealKey } from '../crypto/index.js';

export class SealKeyDto implements ShownSealKey {
  @ApiProperty({ description: 'As in the seals that were made with it.' })
  keyId: string;

  @ApiProperty({ description: 'Ed25519 (RFC 8032), or SM2 with SM3 and the default id 1234567812345678 (GM/T 0009).', enum: ['ed25519', 'sm2-sm3'] })
  algorithm: SealAlgorithm;

  @ApiProperty({ description: 'PEM, SubjectPublicKeyInfo.' })
  publicKey: string;

  @ApiProperty({ description: 'New seals are made with it; the others are former ones.' })
  isCurrent: boolean;
}

export class SealKeysDto {
  @ApiProperty({ type: [SealKeyDto] })
  items: SealKeyDto[];
}

/** The public keys by which anybody checks what the service has sealed, without asking the service. */
@ApiTags('seal keys')
@Controller('api/v1/seal-keys')
export class SealKeysController {
  constructor(private readonly seal: Seal) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listSealKeys', summary: 'Public keys of the seals of this service, the one in use first' })
  @ApiOkResponse({ type: SealKeysDto })
  list(): SealKeysDto {
    return { items: [...this.seal.keys] };
  }
}
