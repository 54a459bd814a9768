/** Imports every file of `suite/`; the build generates it. */
declare module "integration-suites";
