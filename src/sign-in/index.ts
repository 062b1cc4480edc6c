export { signInErrorTexts } from './texts.js';
export { SignInModule } from './sign-in.module.js';
