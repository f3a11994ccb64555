/** The checks that stand between a fault and production: parts of the strict synth, and the local cloud's start. */
export type Check = "validate" | "nag" | "house rules" | "local cloud";

/** One fault, planted in the synthesized template of one stack of the fixture. */
export type Mutation = {
  readonly title: string;
  readonly change: Change;
  /** The check that is relied upon; others may see the fault as well. */
  readonly caughtBy: Check;
};

// biome-ignore lint/suspicious/noExplicitAny: mutations break every rule a type could have
export type Json = any;
export type Template = { Resources: Record<string, Json>; Outputs?: Record<string, Json> };
/** Templates by stack id. */
export type Templates = Record<string, Template>;
export type Change = (templates: Templates) => void;

/** `Pencil/ApiFunction` names the one resource whose logical id is that and a hash. */
const locate = (templates: Templates, place: string): { template: Template; id: string } => {
  const [stack = "", prefix = ""] = place.split("/");
  const template = templates[stack];
  const ids = Object.keys(template?.Resources ?? {}).filter(
    (id) => id.replace(/[0-9A-F]{8}$/, "") === prefix,
  );
  const [id] = ids;
  if (template === undefined || id === undefined || ids.length > 1)
    throw new Error(`${place} names ${ids.length} resources`);
  return { template, id };
};

export const logicalId = (templates: Templates, place: string): string => locate(templates, place).id;

/** Changes a value anywhere in a resource (`Properties.Environment.Variables`); undefined removes it. */
const change =
  (place: string, path: string, to: (old: Json) => Json): Change =>
  (templates) => {
    const { template, id } = locate(templates, place);
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let holder = template.Resources[id];
    for (const key of keys) holder = holder[key];
    const before = JSON.stringify(holder[last]);
    holder[last] = to(holder[last]);
    if (JSON.stringify(holder[last]) === before) throw new Error(`${place} ${path} is ${before} already`);
    if (holder[last] === undefined) delete holder[last];
  };

/** Sets something beside the properties, such as `DeletionPolicy`. */
export const set = (place: string, path: string, value: Json): Change => change(place, path, () => value);

/** Sets a property; undefined removes it. */
export const property = (place: string, path: string, value: Json): Change =>
  change(place, `Properties.${path}`, () => value);

/** Changes a property from what it is. */
export const edited = (place: string, path: string, to: (old: Json) => Json): Change =>
  change(place, `Properties.${path}`, to);

/** Takes a resource out of its template. */
export const without =
  (place: string): Change =>
  (templates) => {
    const { template, id } = locate(templates, place);
    delete template.Resources[id];
  };

/** Adds a resource. */
export const added =
  (stack: string, id: string, resource: Json): Change =>
  (templates) => {
    const template = templates[stack];
    if (template === undefined) throw new Error(`no stack ${stack}`);
    template.Resources[id] = resource;
  };

/** A reference to another resource of the stack, whatever its hash is today. */
export const refTo =
  (place: string, build: (id: string) => Json, apply: (value: Json) => Change): Change =>
  (templates) =>
    apply(build(logicalId(templates, place)))(templates);

/** A role's statements with one edited or left out. */
export const statements = (place: string, edit: (all: Json[]) => Json[]): Change =>
  edited(place, "Policies.0.PolicyDocument.Statement", edit);

/** A role without one of its actions. */
export const lacking = (place: string, action: string): Change =>
  statements(place, (all) =>
    all
      .map((statement) => ({
        ...statement,
        Action: [statement.Action].flat().filter((each: string) => each !== action),
      }))
      .filter(({ Action }) => Action.length > 0),
  );
