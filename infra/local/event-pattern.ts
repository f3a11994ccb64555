import { compileRule } from "./event-pattern/compile-rule.ts";
import { PatternError } from "./event-pattern/pattern-error.ts";
import { patternRules } from "./event-pattern/pattern-rules.ts";

/** Decides whether an event matches the pattern it was compiled from. */
export type EventMatcher = (event: unknown) => boolean;

/**
 * Compiles an event pattern (EventBridge rules and Lambda event source filters speak the same language);
 * throws a PatternError for a pattern that AWS refuses.
 */
export const compilePattern = (pattern: unknown): EventMatcher => {
  const [first, ...others] = patternRules(pattern).map(compileRule);
  if (first === undefined) return () => false;
  return others.length === 0 ? first : (event) => first(event) || others.some((matches) => matches(event));
};

/** Whether an event matches a pattern; where one pattern meets many events, use `compilePattern`. */
export const matches = (pattern: unknown, event: unknown): boolean => compilePattern(pattern)(event);

/** Why AWS would refuse this pattern (JSON text or parsed), or undefined for a good one. */
export const validatePattern = (pattern: unknown): string | undefined => {
  try {
    patternRules(typeof pattern === "string" ? JSON.parse(pattern) : pattern);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError || error instanceof SyntaxError) return error.message;
    throw error;
  }
};
