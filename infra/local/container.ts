import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type ContainerKey, containerEnvironment, type FunctionSpec } from "./functions/function-spec.ts";
import type { InvokeResult } from "./parts.ts";

/** One process that runs one function, one request at a time. */
export type Container = {
  readonly pid: number | undefined;
  readonly accessKey: string;
  /** Settles when the handler's module is loaded, or with why it cannot be. */
  readonly ready: Promise<InvokeResult>;
  readonly run: (event: string, requestId: string) => Promise<InvokeResult>;
  /** False once the process is gone or its state is spoiled. */
  readonly isUsable: () => boolean;
  readonly kill: () => Promise<void>;
};

/** What a container needs from its surroundings. */
export type ContainerOptions = {
  readonly spec: FunctionSpec;
  readonly key: ContainerKey;
  /** URL of the gateway. */
  readonly endpoint: string;
  /** URL under which buckets are reached. */
  readonly buckets: string;
  readonly offset: () => number;
  readonly output: (line: string) => void;
};

type Reply = {
  readonly ready?: true;
  readonly initFailure?: { readonly errorType: string; readonly message: string };
  readonly value?: string;
  readonly errorType?: string;
  readonly message?: string;
  /** The process is about to end. */
  readonly fatal?: boolean;
};

const entry = fileURLToPath(new URL("container-entry.mjs", import.meta.url));

/** Lambda's limit of a synchronous answer. */
const maximumAnswerBytes = 6_291_556;

const failed = (errorType: string, message: string): InvokeResult => ({ ok: false, errorType, message });

const resultOf = ({ value, errorType, message }: Reply): InvokeResult => {
  if (value === undefined) return failed(errorType ?? "Error", message ?? "");
  if (value.length > maximumAnswerBytes)
    return failed(
      "Function.ResponseSizeTooLarge",
      `Response payload size exceeded maximum allowed payload size (${maximumAnswerBytes} bytes).`,
    );
  return { ok: true, value: JSON.parse(value) };
};

const startProcess = ({ spec, key, endpoint, buckets, offset }: ContainerOptions): ChildProcess =>
  fork(entry, [spec.modulePath, spec.exportName, String(offset())], {
    cwd: spec.directory,
    env: containerEnvironment(spec, key, { endpoint, buckets }),
    execArgv: [`--max-old-space-size=${spec.memoryMb}`],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "json",
  });

const exitMessage = (code: number | null, signal: string | null): string =>
  `Error: Runtime exited with error: ${signal === null ? `exit status ${code}` : `signal: ${signal}`}`;

/** Starts a container; it is used only after `ready` has settled well. */
export const startContainer = (options: ContainerOptions): Container => {
  const { spec, output, offset } = options;
  const child = startProcess(options);
  let usable = true;
  let waiting: ((result: InvokeResult) => void) | undefined;
  const settle = (result: InvokeResult): void => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(result);
  };
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null)
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", output);

  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      usable = false;
      settle(failed("Runtime.ExitError", String(error)));
      resolve();
    });
    child.once("exit", (code, signal) => {
      usable = false;
      settle(failed("Runtime.ExitError", exitMessage(code, signal)));
      resolve();
    });
  });

  const ready = new Promise<InvokeResult>((resolve) => {
    waiting = resolve;
  });
  child.on("message", (reply: Reply) => {
    if (reply.ready) settle({ ok: true, value: null });
    else if (reply.initFailure !== undefined) {
      usable = false;
      settle(failed(reply.initFailure.errorType, reply.initFailure.message));
    } else {
      if (reply.fatal) usable = false;
      settle(resultOf(reply));
    }
  });

  const kill = async (): Promise<void> => {
    usable = false;
    child.kill("SIGKILL");
    await ended;
  };

  const run = (event: string, requestId: string): Promise<InvokeResult> =>
    new Promise((resolve) => {
      const seconds = spec.timeoutMs / 1000;
      const timer = setTimeout(() => {
        output(`${new Date().toISOString()} ${requestId} Task timed out after ${seconds.toFixed(2)} seconds`);
        settle(
          failed(
            "Sandbox.Timedout",
            `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
          ),
        );
        void kill();
      }, spec.timeoutMs);
      waiting = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
      const deadline = Date.now() + spec.timeoutMs;
      const traceId = `Root=1-${Math.floor(deadline / 1000).toString(16)}-${randomUUID().replaceAll("-", "").slice(0, 24)};Sampled=0`;
      const request = {
        id: requestId,
        event,
        requestId,
        deadline,
        functionArn: spec.arn,
        traceId,
        offset: offset(),
      };
      if (!usable) settle(failed("Runtime.ExitError", "Error: Runtime exited"));
      else
        child.send(request, (error) => error === null || settle(failed("Runtime.ExitError", String(error))));
    });

  return { pid: child.pid, accessKey: options.key.accessKey, ready, run, isUsable: () => usable, kill };
};
