import { existsSync } from "node:fs";
import path from "node:path";
import type { Resource } from "../parts.ts";
import type { LoadedAssembly } from "../template/loaded-assembly.ts";

/** A Lambda function of the template, ready to be started. */
export type FunctionSpec = {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly region: string;
  readonly handler: string;
  /** Where the bundle lies. */
  readonly directory: string;
  readonly modulePath: string;
  readonly exportName: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly logFormat: string;
};

/** Lambda's default time-out. */
const defaultTimeoutSeconds = 3;

/** The file and export that `Handler` names (`folder/file.export`), if the file is there. */
export const findHandler = (
  directory: string,
  handler: string,
): { modulePath: string; exportName: string } | undefined => {
  const dot = handler.lastIndexOf(".");
  const base = path.join(directory, handler.slice(0, dot));
  const file = [".mjs", ".js", ".cjs"].map((extension) => base + extension).find((each) => existsSync(each));
  return file === undefined ? undefined : { modulePath: file, exportName: handler.slice(dot + 1) };
};

/** Reads a function of the template; its code must exist, which the template's checks have seen to. */
export const functionSpec = (assembly: LoadedAssembly, { ref, arn, properties }: Resource): FunctionSpec => {
  const directory = assembly.assets.get(properties.Code?.S3Key) ?? "";
  const found = findHandler(directory, properties.Handler ?? "");
  return {
    name: ref,
    arn,
    roleArn: properties.Role,
    region: assembly.place.region,
    handler: properties.Handler,
    directory,
    modulePath: found?.modulePath ?? "",
    exportName: found?.exportName ?? "",
    timeoutMs: Number(properties.Timeout ?? defaultTimeoutSeconds) * 1000,
    memoryMb: Number(properties.MemorySize ?? 128),
    variables: properties.Environment?.Variables ?? {},
    logFormat: properties.LoggingConfig?.LogFormat ?? "Text",
  };
};

/** What a container signs its calls with; the endpoint that it reaches buckets by is one that browsers reach, too. */
export type ContainerKey = {
  readonly accessKey: string;
  readonly secret: string;
};

/**
 * Everything a function sees in `process.env`: what Lambda sets and its own variables, nothing of this
 * machine. The access key is how the gateway knows which function calls; there is no session token.
 */
export const containerEnvironment = (
  spec: FunctionSpec,
  { accessKey, secret }: ContainerKey,
  { endpoint, buckets }: { readonly endpoint: string; readonly buckets: string },
): Record<string, string> => ({
  ...spec.variables,
  AWS_LAMBDA_FUNCTION_NAME: spec.name,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: `local/${accessKey}`,
  AWS_LAMBDA_LOG_FORMAT: spec.logFormat,
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_REGION: spec.region,
  AWS_DEFAULT_REGION: spec.region,
  AWS_ACCESS_KEY_ID: accessKey,
  AWS_SECRET_ACCESS_KEY: secret,
  AWS_ENDPOINT_URL: endpoint,
  AWS_ENDPOINT_URL_S3: buckets,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  LAMBDA_TASK_ROOT: spec.directory,
  _HANDLER: spec.handler,
  TZ: ":UTC",
  LANG: "en_US.UTF-8",
  PATH: process.env.PATH ?? "",
});
