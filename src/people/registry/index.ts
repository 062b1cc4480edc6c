/** The room's face: who a person is, shown masked, and what its certificate says. */
export { disabilityWords } from './disability-texts.js';
export { certificateOfHolder, citizenIdOf } from './domain/certificate-of-holder.js';
export { CertificateRepository as Certificates, type CertificateFact } from './infra/certificate.repository.js';
export { registryConstraintErrors } from './infra/constraints.js';
export { PersonRepository as People, personScope, type NewPerson, type Person } from './infra/person.repository.js';
export { RegistryPeople, type RegistryPersonId } from './infra/registry-people.js';
export { RegistryModule } from './registry.module.js';
export { registryErrorTexts } from './texts.js';
