import { Unreadable } from "../service-levels/plain-text.ts";

/** `Host = server` on a line each, as a record and back; a line that says something else is `Unreadable`. */
export const textOfRecord = <T>(record: Readonly<Record<string, T>>, textOf: (value: T) => string): string =>
  Object.entries(record)
    .map(([name, value]) => `${name} = ${textOf(value)}`)
    .join("\n");

export const recordIn = <T>(
  text: string,
  read: (text: string) => T | undefined,
): Readonly<Record<string, T>> => {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      // The last one parts: the names of a source may have one, ours never do.
      const at = line.lastIndexOf("=");
      const name = line.slice(0, at).trim();
      const value = at < 1 || name === "" ? undefined : read(line.slice(at + 1).trim());
      if (value === undefined) throw new Unreadable(line);
      return [name, value];
    }),
  );
};
