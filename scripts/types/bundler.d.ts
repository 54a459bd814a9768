/** Resolved by the bundler; the core has nothing else that the language itself does not define. */
declare function require(id: string): unknown;
