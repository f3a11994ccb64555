/** A synthesized stack as it would be handed to CloudFormation. */
export type StackTemplate = {
  /** The stack's name in AWS. */
  readonly name: string;
  readonly path: string;
  readonly template: {
    readonly Resources?: Readonly<Record<string, RawResource>>;
    readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
  };
};

type RawResource = {
  readonly Type: string;
  readonly Properties?: unknown;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};

/** One resource, with a name that is unique over all stacks. */
export type Part = {
  readonly stack: StackTemplate;
  readonly id: string;
  /** `<stack>/<logical id>`, which is also what references to it resolve to. */
  readonly identity: string;
  readonly type: string;
  readonly raw: RawResource;
};

export type Templates = {
  readonly parts: readonly Part[];
  readonly ofType: (...types: readonly string[]) => readonly Part[];
  /** What a property says, with references written as identities: `steward-core/Bus`, `*`, `<table>/index/due`. */
  readonly text: (part: Part, path: string) => string | undefined;
  readonly resolve: (stack: StackTemplate, value: unknown) => string;
};

const field = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** A nested property, such as `Target.DeadLetterConfig.Arn`; undefined where the way there ends. */
export const at = (part: Part, path: string): unknown => path.split(".").reduce(field, part.raw.Properties);

/** A property that may be one value or several, as CloudFormation lets policies be written. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const inList = (values: unknown): readonly unknown[] => (Array.isArray(values) ? values : []);

/** Attributes that are the resource itself by another name; others (a table's stream) are told apart. */
const isItself = (attribute: string): boolean => attribute === "Arn";

const resolver = (stacks: readonly StackTemplate[]) => {
  const output = (stackName: unknown, outputName: unknown): string => {
    const stack = stacks.find(({ name }) => name === stackName);
    const found = stack?.template.Outputs?.[String(outputName)];
    return stack && found ? resolve(stack, found.Value) : `missing output ${stackName}.${outputName}`;
  };
  const resolve = (stack: StackTemplate, value: unknown): string => {
    if (typeof value !== "object" || value === null) return String(value);
    const [name = "", argument] = Object.entries(value)[0] ?? [];
    if (name === "Ref")
      return String(argument).startsWith("AWS::") ? String(argument) : `${stack.name}/${argument}`;
    if (name === "Fn::GetAtt") {
      const [id, attribute = ""] = Array.isArray(argument)
        ? argument.map(String)
        : String(argument).split(".");
      return `${stack.name}/${id}${isItself(attribute) ? "" : `#${attribute}`}`;
    }
    if (name === "Fn::Join") {
      const [separator, pieces] = inList(argument);
      return inList(pieces)
        .map((piece) => resolve(stack, piece))
        .join(String(separator));
    }
    if (name === "Fn::GetStackOutput")
      return output(field(argument, "StackName"), field(argument, "OutputName"));
    return JSON.stringify(value);
  };
  return resolve;
};

/** All stacks as one list of resources, with references between stacks followed. */
export const templatesOf = (stacks: readonly StackTemplate[]): Templates => {
  const resolve = resolver(stacks);
  const parts = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {}).map(
      ([id, raw]): Part => ({ stack, id, identity: `${stack.name}/${id}`, type: raw.Type, raw }),
    ),
  );
  return {
    parts,
    resolve,
    ofType: (...types) => parts.filter(({ type }) => types.includes(type)),
    text: (part, path) => {
      const value = at(part, path);
      return value === undefined ? undefined : resolve(part.stack, value);
    },
  };
};
