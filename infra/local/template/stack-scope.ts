import { type Identity, identityOf, type Place } from "./identities.ts";
import { conditionHolds, resolve, type Scope } from "./intrinsics.ts";
import type { Json, RawResource, Stack } from "./manifest.ts";

/** Resolves one stack; names and properties are worked out on demand, each once. */
export type StackScope = {
  readonly stack: Stack;
  readonly scope: Scope;
  /** Resources whose condition holds. */
  readonly resources: () => readonly [logicalId: string, raw: RawResource][];
  readonly properties: (logicalId: string) => Json;
  readonly identity: (logicalId: string) => Identity;
  readonly output: (name: string) => Json;
};

/** What a stack asks of the others. */
export type Neighbours = {
  readonly stackOutput: (stack: string, output: string) => Json;
  readonly exported: (name: string) => Json;
};

/** Works a value out once, and reports instead of looping when it needs itself. */
const once = <Value>(
  work: (key: string) => Value,
  circular: (key: string) => Value,
): ((key: string) => Value) => {
  const known = new Map<string, Value>();
  const underWay = new Set<string>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    if (underWay.has(key)) return circular(key);
    underWay.add(key);
    const worked = work(key);
    underWay.delete(key);
    known.set(key, worked);
    return worked;
  };
};

const pseudoParameters = (stack: string, place: Place): Readonly<Record<string, Json>> => ({
  "AWS::AccountId": place.account,
  "AWS::Region": place.region,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": stack,
  "AWS::StackId": `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack}/local`,
  "AWS::NotificationARNs": [],
  "AWS::NoValue": undefined,
});

/** Name properties may refer to other resources, so only they are resolved to find a name: no needless cycles. */
const namingProperties = new Set([
  "Name",
  "EventBusName",
  "GroupName",
  "Path",
  "StageName",
  "ApiId",
  "UserPoolId",
  "Domain",
  "Identifier",
]);
const isNaming = (property: string): boolean => namingProperties.has(property) || property.endsWith("Name");

/** Makes the resolver of one stack. */
export const createStackScope = (
  stack: Stack,
  place: Place,
  neighbours: Neighbours,
  problem: (message: string) => void,
): StackScope => {
  const { template, name } = stack;
  const raw = template.Resources ?? {};
  const pseudo = pseudoParameters(name, place);
  const report = (message: string): void => problem(`${name}: ${message}`);
  const exists = (logicalId: string): boolean => {
    const { Condition } = raw[logicalId] ?? { Condition: "" };
    return Condition === undefined || (Condition !== "" && conditionHolds(Condition, scope));
  };
  const nothing: Identity = { ref: "", arn: "", attributes: {} };
  const identity = once<Identity>(
    (logicalId) => {
      const { Type, Properties = {} } = raw[logicalId] ?? { Type: "" };
      const names = Object.entries(Properties).filter(([property]) => isNaming(property));
      const properties = resolve(Object.fromEntries(names), scope);
      return identityOf(Type, { ...place, stack: name, logicalId, properties });
    },
    (logicalId) => {
      report(`the name of ${logicalId} depends on itself`);
      return nothing;
    },
  );
  const missing = (logicalId: string): Json => {
    report(`refers to ${logicalId}, which does not exist`);
    return "";
  };
  const scope: Scope = {
    template,
    problem: report,
    ref: (target) => {
      if (target in pseudo) return pseudo[target];
      const parameter = template.Parameters?.[target];
      if (parameter === undefined) return exists(target) ? identity(target).ref : missing(target);
      if (parameter.Default === undefined) report(`parameter ${target} has no default value`);
      return parameter.Default;
    },
    getAtt: (logicalId, attribute) => {
      if (!exists(logicalId)) return missing(logicalId);
      const value = identity(logicalId).attributes[attribute];
      if (value === undefined)
        report(`attribute ${attribute} of ${logicalId} (${raw[logicalId]?.Type}) is not supported`);
      return value ?? "";
    },
    importValue: neighbours.exported,
    stackOutput: neighbours.stackOutput,
  };
  return {
    stack,
    scope,
    identity,
    resources: () => Object.entries(raw).filter(([logicalId]) => exists(logicalId)),
    properties: (logicalId) => resolve(raw[logicalId]?.Properties ?? {}, scope),
    output: (output) => resolve(template.Outputs?.[output]?.Value, scope),
  };
};
