/** A configuration item to choose: its name, and its number below it. */
export type CiOption = { readonly value: string; readonly label: string; readonly description: string };

/** What can be chosen: what is chosen already, what was found, and a number that was typed as it is. */
export const ciOptions = (
  chosen: readonly string[],
  found: readonly { readonly id: string; readonly name: string }[],
  typed: string,
  nameOf: (id: string) => string,
): readonly CiOption[] => {
  const option = (value: string, label: string): CiOption => ({ value, label, description: value });
  const numbers = /^CI\d+$/i.test(typed) ? [typed.toUpperCase()] : [];
  const names = new Map([
    ...[...numbers, ...chosen].map((id) => [id, nameOf(id)] as const),
    ...found.map(({ id, name }) => [id, name] as const),
  ]);
  return [...names].map(([id, name]) => option(id, name));
};
