/** One key, or two pressed one after the other (`g q`), and what it does. */
export type Shortcut = { readonly keys: string; readonly meaning: string; readonly run: () => void };

/** What two keys in a row mean, or else what the second means alone, whatever was pressed just before it. */
export const pressedShortcut = (
  offered: readonly Shortcut[],
  before: string | undefined,
  key: string,
): Shortcut | undefined =>
  offered.findLast(({ keys }) => keys === `${before} ${key}`) ?? offered.findLast(({ keys }) => keys === key);
