export { seedDemo, type DemoSeed } from './seed-demo.js';
