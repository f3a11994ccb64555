/** Which element of which array a leaf was found in, innermost first. */
export type Membership =
  | { readonly array: readonly unknown[]; readonly index: number; readonly outer: Membership }
  | undefined;
/** A leaf of an event with the array elements it lies in. */
export type Field = { readonly leaf: unknown; readonly membership: Membership };

/** Finds all leaves of one field path in an event. */
export type FieldFinder = (event: unknown) => readonly Field[];

/**
 * Keys of an event may themselves contain dots (`{"a.b": 1}` and `{"a": {"b": 1}}` are one field to AWS), so
 * every way to cut the path is tried.
 */
const compileSteps = (
  path: string,
): ((depth: number) => readonly (readonly [key: string, next: number])[]) => {
  const names = path.split(".");
  const steps = names.map((_, from) =>
    names
      .slice(from)
      .map((_, more) => [names.slice(from, from + more + 1).join("."), from + more + 1] as const),
  );
  return (depth) => steps[depth] ?? [];
};

/** Compiles a dotted path; only objects and arrays on the way are visited. */
export const compileFieldFinder = (path: string): FieldFinder => {
  const steps = compileSteps(path);
  const collect = (node: unknown, depth: number, membership: Membership, found: Field[]): void => {
    const next = steps(depth);
    if (Array.isArray(node)) {
      node.forEach((element: unknown, index) => {
        // A plain value of an array takes no place in it: ["x", {...}] may match by value and object at once.
        const inside = typeof element === "object" && element !== null;
        collect(element, depth, inside ? { array: node, index, outer: membership } : membership, found);
      });
    } else if (typeof node === "object" && node !== null) {
      for (const [key, after] of next)
        if (Object.hasOwn(node, key))
          collect((node as Readonly<Record<string, unknown>>)[key], after, membership, found);
    } else if (next.length === 0) found.push({ leaf: node, membership });
  };
  return (event) => {
    const found: Field[] = [];
    collect(event, 0, undefined, found);
    return found;
  };
};
