import { readFileSync } from "node:fs";
import { mayAssume } from "../authority.ts";
import { isCopier } from "../distribution/copied-files.ts";
import { findHandler } from "../functions/function-spec.ts";
import type { Assembly, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";

/** Names that Lambda refuses as a function's own variables. */
const reserved = new Set(
  "_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR".split(
    " ",
  ),
);
/** Lambda's limit for all variables together. */
const maximumVariableBytes = 4096;

/** Whether a module's text exports this name; the module itself is not run. */
const exportsName = (source: string, name: string): boolean => {
  const escaped = name.replaceAll(/[$]/g, "\\$&");
  const inList = new RegExp(`export\\s*\\{[^}]*\\b${escaped}\\s*[,}]`);
  const declared = new RegExp(
    `export\\s+(?:async\\s+)?(?:const|let|var|function|class)\\s+${escaped}\\b|exports\\.${escaped}\\b`,
  );
  return inList.test(source) || declared.test(source);
};

const handlerProblems = (
  where: string,
  { properties }: Resource,
  assets: ReadonlyMap<string, string>,
): readonly string[] => {
  const { Code, Handler = "" } = properties;
  const directory = assets.get(Code?.S3Key);
  if (directory === undefined)
    return [`${where}: its code is no asset of the assembly (Code must be a CDK asset)`];
  if (!/^[^.\s]+(\/[^.\s]+)*\.[\w$]+$/.test(Handler))
    return [`${where}: the handler ${Handler} is not of the form file.export`];
  const found = findHandler(directory, Handler);
  if (found === undefined) return [`${where}: there is no file for the handler ${Handler} in its code`];
  return exportsName(readFileSync(found.modulePath, "utf8"), found.exportName)
    ? []
    : [`${where}: the file of the handler ${Handler} exports no ${found.exportName}`];
};

const variableProblems = (where: string, { properties }: Resource): readonly string[] => {
  const variables: Readonly<Record<string, unknown>> = properties.Environment?.Variables ?? {};
  const entries = Object.entries(variables);
  const bytes = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + String(value)), 0);
  return [
    ...entries
      .filter(([name]) => reserved.has(name))
      .map(([name]) => `${where}: the variable ${name} is reserved by Lambda`),
    ...entries
      .filter(([, value]) => typeof value !== "string")
      .map(([name]) => `${where}: the variable ${name} is no text`),
    ...entries
      .filter(([name]) => !/^[A-Za-z]\w+$/.test(name))
      .map(([name]) => `${where}: ${name} is no valid name of a variable`),
    ...(bytes > maximumVariableBytes
      ? [`${where}: its variables take ${bytes} bytes, Lambda takes ${maximumVariableBytes}`]
      : []),
  ];
};

const roleProblems = (assembly: Assembly, where: string, role: unknown): readonly string[] => {
  if (assembly.byArn(String(role))?.type !== "AWS::IAM::Role")
    return [`${where}: its role ${role} is not in the template`];
  const decision = mayAssume(assembly, "lambda.amazonaws.com", String(role));
  return decision.allowed ? [] : [`${where}: ${decision.reason}`];
};

const functionProblems = (
  assembly: Assembly,
  resource: Resource,
  assets: ReadonlyMap<string, string>,
): readonly string[] => {
  const where = nameOf(resource);
  const { Runtime, PackageType = "Zip", Timeout, MemorySize, Role, LoggingConfig } = resource.properties;
  return [
    ...(PackageType === "Zip" ? [] : [`${where}: packages of type ${PackageType} are not supported locally`]),
    ...(/^nodejs\d+\.x$/.test(String(Runtime))
      ? []
      : [`${where}: the runtime ${Runtime} is not supported locally, only Node.js is`]),
    ...outsideRange(`${where}: Timeout`, Timeout, 1, 900),
    ...outsideRange(`${where}: MemorySize`, MemorySize, 128, 10_240),
    ...unknownProperties(`${where}: LoggingConfig`, LoggingConfig, [
      "LogFormat",
      "LogGroup",
      "ApplicationLogLevel",
      "SystemLogLevel",
    ]),
    ...handlerProblems(where, resource, assets),
    ...variableProblems(where, resource),
    ...roleProblems(assembly, where, Role),
  ];
};

/** Everything about functions that Lambda would refuse, fail to start, or that the local cloud does not do. */
export const unsupportedFunctions = (
  assembly: Assembly,
  assets: ReadonlyMap<string, string>,
): readonly string[] =>
  assembly
    .ofType("AWS::Lambda::Function")
    .filter((resource) => !isCopier(assembly, resource))
    .flatMap((resource) => functionProblems(assembly, resource, assets));
