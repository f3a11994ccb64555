/** As many labels as are printed at once; each is a question of its own. */
export const mostLabels = 100;

/** The address of the labels of some assets, to be printed. */
export const labelsOf = (ids: readonly string[]): string =>
  `/assets/labels?${new URLSearchParams({ ids: ids.slice(0, mostLabels).join(",") })}`;

/** The assets whose labels an address asks for. */
export const idsIn = (search: string): readonly string[] =>
  (new URLSearchParams(search).get("ids") ?? "").split(",").filter(Boolean).slice(0, mostLabels);
