import type { Json, Template } from "./manifest.ts";

/** What intrinsic functions ask of the stack they stand in. */
export type Scope = {
  readonly template: Template;
  /** `Ref` of a resource, parameter or pseudo parameter. */
  readonly ref: (name: string) => Json;
  readonly getAtt: (logicalId: string, attribute: string) => Json;
  readonly importValue: (name: string) => Json;
  readonly stackOutput: (stack: string, output: string) => Json;
  readonly problem: (message: string) => void;
};

type Arguments = readonly Json[];
const list = (value: Json): Arguments => (Array.isArray(value) ? value : []);
const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Evaluates a named condition of the template. */
export const conditionHolds = (name: string, scope: Scope): boolean => {
  const condition = scope.template.Conditions?.[name];
  if (condition === undefined) {
    scope.problem(`condition ${name} is not defined`);
    return false;
  }
  return truth(condition, scope);
};

const truth = (condition: Json, scope: Scope): boolean => {
  if (!isObject(condition)) return condition === true || condition === "true";
  const [name = "", argument] = Object.entries(condition)[0] ?? [];
  if (name === "Condition") return conditionHolds(String(argument), scope);
  if (name === "Fn::And") return list(argument).every((each) => truth(each, scope));
  if (name === "Fn::Or") return list(argument).some((each) => truth(each, scope));
  if (name === "Fn::Not") return !truth(list(argument)[0], scope);
  if (name === "Fn::Equals") {
    const [left, right] = list(argument).map((each) => JSON.stringify(resolve(each, scope)));
    return left === right;
  }
  scope.problem(`condition function ${name} is not supported`);
  return false;
};

const substitute = (argument: Json, scope: Scope): string => {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  return String(text).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith("!")) return `\${${name.slice(1)}}`;
    if (isObject(variables) && name in variables) return String(resolve(variables[name], scope));
    const [logicalId = "", ...attribute] = name.split(".");
    return String(attribute.length === 0 ? scope.ref(name) : scope.getAtt(logicalId, attribute.join(".")));
  });
};

const select = (argument: Json, scope: Scope): Json => {
  const [index, from] = list(argument).map((each) => resolve(each, scope));
  const chosen = list(from)[Number(index)];
  if (chosen === undefined) scope.problem(`Fn::Select has no element ${index}`);
  return chosen;
};

const findInMap = (argument: Json, scope: Scope): Json => {
  const [map, top, second] = list(argument).map((each) => String(resolve(each, scope)));
  const found = scope.template.Mappings?.[map ?? ""]?.[top ?? ""]?.[second ?? ""];
  if (found === undefined) scope.problem(`Fn::FindInMap finds nothing at ${map}.${top}.${second}`);
  return found;
};

const join = (argument: Json, scope: Scope): string => {
  const [separator, parts] = list(argument);
  return list(resolve(parts, scope)).join(String(separator));
};

const getAtt = (argument: Json, scope: Scope): Json => {
  const [logicalId = "", ...attribute] =
    typeof argument === "string" ? argument.split(".") : list(argument).map(String);
  return scope.getAtt(logicalId, attribute.join("."));
};

const stackOutput = (argument: Json, scope: Scope): Json => {
  const { StackName, OutputName, Region, RoleArn, ...others } = isObject(argument) ? argument : {};
  for (const name of Object.keys(others)) scope.problem(`Fn::GetStackOutput: ${name} is not supported`);
  if (RoleArn !== undefined)
    scope.problem("Fn::GetStackOutput: references across accounts are not supported");
  if (Region !== undefined && resolve(Region, scope) !== scope.ref("AWS::Region"))
    scope.problem("Fn::GetStackOutput: references across regions are not supported");
  return scope.stackOutput(String(resolve(StackName, scope)), String(resolve(OutputName, scope)));
};

const functions: Readonly<Record<string, (argument: Json, scope: Scope) => Json>> = {
  Ref: (argument, scope) => scope.ref(String(argument)),
  "Fn::GetAtt": getAtt,
  "Fn::Join": join,
  "Fn::Sub": substitute,
  "Fn::Select": select,
  "Fn::Split": (argument, scope) => {
    const [separator, text] = list(argument);
    return String(resolve(text, scope)).split(String(separator));
  },
  "Fn::If": (argument, scope) => {
    const [condition, yes, no] = list(argument);
    return resolve(conditionHolds(String(condition), scope) ? yes : no, scope);
  },
  "Fn::FindInMap": findInMap,
  "Fn::ImportValue": (argument, scope) => scope.importValue(String(resolve(argument, scope))),
  "Fn::GetStackOutput": stackOutput,
  "Fn::Base64": (argument, scope) => Buffer.from(String(resolve(argument, scope))).toString("base64"),
};

/** Gives the value with every intrinsic function replaced by what it stands for; `undefined` is `AWS::NoValue`. */
export const resolve = (value: Json, scope: Scope): Json => {
  if (Array.isArray(value))
    return value.map((each) => resolve(each, scope)).filter((each) => each !== undefined);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [[name, argument] = ["", undefined]] = entries;
  if (entries.length === 1 && (name === "Ref" || name.startsWith("Fn::"))) {
    const apply = functions[name];
    if (apply !== undefined) return apply(argument, scope);
    scope.problem(`intrinsic function ${name} is not supported`);
    return undefined;
  }
  return Object.fromEntries(
    entries.map(([key, each]) => [key, resolve(each, scope)]).filter(([, each]) => each !== undefined),
  );
};
