import type { JsonSchema } from "../../../shared/json-schema.ts";
import { alternativesOf, exampleOf, propertiesOf } from "./example.ts";
import { bodyFor, document, type Operation, parameterSchemas } from "./operations.ts";

/** A place in a request that takes text. */
export type Field = {
  readonly operation: Operation;
  /** As a violation names it, such as `body.also.title`. */
  readonly path: string;
  /** What the endpoint's own schema makes of the request with this text there. */
  readonly parse: (text: string) => { readonly success: boolean; readonly data?: unknown };
  readonly call: (text: string) => {
    readonly body?: unknown;
    readonly query?: Record<string, string>;
    readonly id?: string;
  };
};

type Leaf = {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  /** The whole value with a text in this place; `full`: with everything that may stand beside it. */
  readonly put: (text: string, full: boolean) => unknown;
};

const inside = (schema: JsonSchema, seen: Set<string>): readonly Leaf[] => {
  const reference = schema.$ref;
  const isKnown = typeof reference === "string" && seen.has(reference);
  if (typeof reference === "string") seen.add(reference);
  const leaves = alternativesOf(schema, document).flatMap((each) => leavesOf(each, seen));
  // What is declared once is looked at once in full, and elsewhere by its first place.
  return isKnown ? leaves.slice(0, 1) : leaves;
};

const leavesOf = (schema: JsonSchema, seen: Set<string>): readonly Leaf[] => {
  if (schema.type === "string") return [{ path: [], schema, put: (text) => text }];
  if (Array.isArray(schema.prefixItems))
    return (schema.prefixItems as readonly JsonSchema[]).flatMap((place, i) =>
      inside(place, seen).map((leaf) => ({
        ...leaf,
        path: [String(i), ...leaf.path],
        put: (text: string, full: boolean) =>
          (exampleOf(schema, document, full) as readonly unknown[]).with(i, leaf.put(text, full)),
      })),
    );
  if (schema.type === "array")
    return inside(schema.items as JsonSchema, seen).map((leaf) => ({
      ...leaf,
      path: ["0", ...leaf.path],
      put: (text, full) => [leaf.put(text, full)],
    }));
  return Object.entries(propertiesOf(schema, document)).flatMap(([name, part]) =>
    inside(part, seen).map((leaf) => ({
      ...leaf,
      path: [name, ...leaf.path],
      put: (text: string, full: boolean) => ({
        ...(exampleOf(schema, document, full) as object),
        [name]: leaf.put(text, full),
      }),
    })),
  );
};

type Leafed = Readonly<Record<string, unknown>> | undefined;

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Leafed)?.[key], value);

/** A value with another one at a place in it. */
const putAt = (value: unknown, [first, ...rest]: readonly string[], other: unknown): unknown => {
  if (first === undefined) return other;
  const part = putAt((value as Leafed)?.[first], rest, other);
  return Array.isArray(value)
    ? value.map((each, i) => (i === Number(first) ? part : each))
    : { ...(value as Leafed), [first]: part };
};

const bodyFields = (operation: Operation, seen: Set<string>): readonly Field[] => {
  const { body, endpoint } = operation;
  if (body === undefined || endpoint.body === undefined) return [];
  const schema = endpoint.body;
  return leavesOf(body, seen).flatMap((leaf) => {
    // Anew each time: a fixture may make another one, such as with an id that is still free.
    const ordinary = () => bodyFor(operation) as Record<string, unknown>;
    // As much of the ordinary body as can stay, and of an example what the place of the text needs around it.
    const bodiesFrom = (whole: () => unknown) =>
      leaf.path
        .map((_, left) => leaf.path.slice(0, leaf.path.length - left))
        .flatMap((place) =>
          [false, true].map(
            (full) => (text: string) => putAt(whole(), place, valueAt(leaf.put(text, full), place)),
          ),
        );
    const example = String(exampleOf(leaf.schema, document));
    // Only where the rest is valid can a refusal be about the text.
    // Where one of two is to be said, each needs a body of its own.
    const other = operation.fixture.otherBodies?.[operation.id];
    const wholes = [ordinary, ...(other === undefined ? [] : [() => other])];
    const put = wholes
      .flatMap((whole) => bodiesFrom(whole).map((each) => ({ each, own: valueAt(whole(), leaf.path) })))
      .find(({ each, own }) =>
        [example, String(own)].some((text) => schema.safeParse(each(text)).success),
      )?.each;
    if (put === undefined) throw new Error(`${operation.id}: no valid body around ${leaf.path.join(".")}`);
    return {
      operation,
      path: ["body", ...leaf.path].join("."),
      parse: (text) => schema.safeParse(put(text)),
      call: (text) => ({ body: put(text) }),
    };
  });
};

type Texts = Readonly<Record<string, string>>;

/** What is asked beside one parameter: as little as can be, and one of those that exclude each other only. */
const besides = (operation: Operation, name: string, schema: JsonSchema): Texts => {
  const usual = operation.fixture.queries?.[operation.id] ?? {};
  const names = Object.keys(usual);
  const less = (left: string) => Object.fromEntries(Object.entries(usual).filter(([each]) => each !== left));
  if (names.length === 0) return {};
  const example = usual[name] ?? String(exampleOf(schema, document));
  const isValid = (beside: Texts) =>
    operation.endpoint.query?.safeParse({ ...beside, [name]: example }).success === true;
  return [{}, ...names.map(less), usual].find(isValid) ?? {};
};

const queryFields = (operation: Operation): readonly Field[] =>
  Object.entries(parameterSchemas(operation, "query")).map(([name, schema]) => {
    const beside = besides(operation, name, schema);
    return {
      operation,
      path: `query.${name}`,
      parse: (text) => operation.endpoint.query?.safeParse({ ...beside, [name]: text }) ?? { success: false },
      call: (text) => ({ query: { ...beside, [name]: text } }),
    };
  });

const pathFields = (operation: Operation): readonly Field[] =>
  Object.entries(parameterSchemas(operation, "path")).map(([name]) => ({
    operation,
    path: `path.${name}`,
    parse: (text) => operation.endpoint.params?.safeParse({ [name]: text }) ?? { success: false },
    call: (text) => ({ id: text }),
  }));

/** Every place of every operation that takes text. */
export const fieldsOf = (operations: readonly Operation[]): readonly Field[] => {
  const seen = new Set<string>();
  return operations.flatMap((operation) => [
    ...bodyFields(operation, seen),
    ...queryFields(operation),
    ...pathFields(operation),
  ]);
};
