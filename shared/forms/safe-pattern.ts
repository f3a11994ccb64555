type Group = { repeats: boolean };

const isRepeat = (char: string | undefined): boolean => char === "*" || char === "+" || char === "{";

/** A group that may match the same text in several ways, repeated: what makes matching take for ever. */
const hasRepeatedChoice = (pattern: string): boolean => {
  const groups: Group[] = [{ repeats: false }];
  let inSet = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    const group = groups.at(-1) as Group;
    if (char === "\\") at++;
    else if (inSet) inSet = char !== "]";
    else if (char === "[") inSet = true;
    else if (char === "(") groups.push({ repeats: false });
    else if (char === "|" || isRepeat(char)) group.repeats = true;
    else if (char === ")" && groups.length > 1) {
      groups.pop();
      if (group.repeats && isRepeat(pattern[at + 1])) return true;
      (groups.at(-1) as Group).repeats ||= group.repeats;
    }
  }
  return false;
};

/**
 * Whether a regular expression that somebody wrote may be matched with what others write: it is one, it refers
 * to no group, and nothing that repeats or chooses is repeated as a whole.
 */
export const isSafePattern = (pattern: string): boolean => {
  try {
    new RegExp(pattern, "u");
  } catch {
    return false;
  }
  return !/\\[1-9k]/.test(pattern) && !hasRepeatedChoice(pattern);
};
