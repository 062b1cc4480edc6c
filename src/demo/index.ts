/** The room's face: what a first start on the embedded database puts into it. */
export { DEMO_FILE, demoPeople } from './demo-people.js';
export { demoTexts } from './texts.js';
