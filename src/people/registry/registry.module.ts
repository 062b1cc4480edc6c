import { Module } from '@nestjs/common';
import { CertificateRepository } from './infra/certificate.repository.js';
import { PersonRepository } from './infra/person.repository.js';
import { RegistryPeople } from './infra/registry-people.js';

/** Protected identity and the fact of the certificate. It has no addresses of its own: rooms with a reason open it. */
@Module({ providers: [PersonRepository, CertificateRepository, RegistryPeople], exports: [PersonRepository, CertificateRepository, RegistryPeople] })
export class RegistryModule {}
