// Filled in with the throwaway database; see test/support/database.ts.
export default async function setup() {}
