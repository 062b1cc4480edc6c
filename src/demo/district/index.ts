/** A whole district for whoever wants to see the service at work: made up, and made by the service's own API. */
export { Actors } from './actors.js';
export { DistrictClock } from './district-clock.js';
export { MakeDistrict, type World } from './make-district.js';
export { planDistrict, type District } from './plan.js';
export { certificateRegister, insuranceRegister, taxRegister, wageRegister, type KnownMonths } from './register-files.js';
