/** The room's face. A session without a proof is for the demo alone, whose people nobody can be. */
export { OpenSession } from './app/open-session.js';
export { signInErrorTexts } from './texts.js';
export { SignInModule } from './sign-in.module.js';
