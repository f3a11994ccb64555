import { PatternError } from "./pattern-error.ts";

/** Splits at each unescaped `*`, resolving `\*` and `\\`, the only escapes there are. */
const literalParts = (pattern: string): string[] => {
  const parts = [""];
  for (let at = 0; at < pattern.length; at += 1) {
    let character = pattern.charAt(at);
    if (character === "*") {
      if (pattern.charAt(at - 1) === "*" && parts.at(-1) === "")
        throw new PatternError(`Consecutive wildcard characters at pos ${at - 1}`);
      parts.push("");
      continue;
    }
    if (character === "\\") {
      at += 1;
      character = pattern.charAt(at);
      if (character !== "*" && character !== "\\")
        throw new PatternError(`Invalid escape character at pos ${at - 1}`);
    }
    parts[parts.length - 1] += character;
  }
  return parts;
};

/**
 * Tests text against a pattern where `*` stands for any characters. Literal parts are found left to right,
 * so the cost is linear where a regular expression could go back and forth without end.
 */
export const compileWildcard = (pattern: string): ((text: string) => boolean) => {
  const parts = literalParts(pattern);
  const first = parts[0] ?? "";
  if (parts.length === 1) return (text) => text === first;
  const last = parts.at(-1) ?? "";
  const middle = parts.slice(1, -1);
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
      return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const part of middle) {
      const found = text.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
};
