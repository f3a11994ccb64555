import type { Scope } from "./scope.ts";

/**
 * One of several independent things that the same request or event does: each happens once of its own, so
 * that a repetition goes on with those that are not done yet.
 */
export const partOf = (scope: Scope, name: string): Scope =>
  scope.once ? { ...scope, once: { ...scope.once, key: `${scope.once.key}#${name}` } } : scope;
