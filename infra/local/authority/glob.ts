/** Tests text against an IAM pattern: `*` stands for any characters, `?` for exactly one. */
export type Glob = (text: string) => boolean;

/** A property that CloudFormation takes as one value or a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Compiles one `*`/`?` pattern. */
export const compileGlob = (pattern: string, flags = "s"): Glob => {
  if (pattern === "*") return () => true;
  if (!/[*?]/.test(pattern) && !flags.includes("i")) return (text) => text === pattern;
  const escaped = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const expression = new RegExp(`^${escaped}$`, flags);
  return (text) => expression.test(text);
};

/** An ARN has six parts; only the last may itself contain colons. */
const arnParts = (arn: string): readonly string[] => {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
};

/** Whether a pattern can be compared with ARNs at all. */
export const isArnPattern = (pattern: string): boolean => pattern === "*" || arnParts(pattern).length === 6;

/** Compiles an ARN pattern; a wildcard never reaches over a colon into the next part, as in AWS. */
export const compileArnGlob = (pattern: string): Glob => {
  if (pattern === "*") return () => true;
  if (!/[*?]/.test(pattern)) return (arn) => arn === pattern;
  const globs = arnParts(pattern).map((part) => compileGlob(part));
  return (arn) => {
    const parts = arnParts(arn);
    return parts.length === globs.length && globs.every((glob, at) => glob(parts[at] ?? ""));
  };
};
