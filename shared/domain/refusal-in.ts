import { Refusal } from "./refusal.ts";

/**
 * The refusal that a check ends in, if it does: to be thrown where a change is decided and not before, because
 * a repeated request gets its first answer whatever has changed since.
 */
export const refusalIn = async (check: Promise<unknown> | undefined): Promise<Refusal | undefined> => {
  try {
    await check;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** What was found, or the refusal it ended in, to be had where a change is decided. */
export const later = async <T>(finding: Promise<T>): Promise<() => T> => {
  const refused = await refusalIn(finding);
  if (refused)
    return () => {
      throw refused;
    };
  const found = await finding;
  return () => found;
};
