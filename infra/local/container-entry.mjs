/**
 * Runs one Lambda function inside a container process. Started by container.ts with the handler's module
 * and export as arguments; speaks with its parent over IPC. Plain JavaScript: it starts without a loader.
 */
import { pathToFileURL } from "node:url";

const [modulePath = "", exportName = "", startOffset = "0"] = process.argv.slice(2);

/** Milliseconds between real time and the local cloud's clock. */
let offset = Number(startOffset);
const RealDate = Date;
const now = () => RealDate.now() + offset;

/** A Date that reads the local cloud's clock; everything else, `instanceof` included, is the real one. */
function VirtualDate(...given) {
  if (new.target === undefined) return new RealDate(now()).toString();
  const target = new.target === VirtualDate ? RealDate : new.target;
  return Reflect.construct(RealDate, given.length === 0 ? [now()] : given, target);
}
Object.setPrototypeOf(VirtualDate, RealDate);
Object.defineProperty(VirtualDate, "name", { value: "Date" });
VirtualDate.prototype = RealDate.prototype;
VirtualDate.now = now;
RealDate.prototype.constructor = VirtualDate;
globalThis.Date = VirtualDate;

const send = process.send.bind(process);
/** The request under way: an error outside of any handler is reported as its failure. */
let current;

const describe = (error) => ({
  errorType: error?.name ?? error?.constructor?.name ?? typeof error,
  message: error?.message ?? String(error),
  stack: String(error?.stack ?? error),
});

const fail = (id, { errorType, message, stack }, fatal = false) => {
  console.error(JSON.stringify({ errorType, errorMessage: message, stack: stack?.split("\n") }));
  send({ id, errorType, message, fatal });
};

const die = (errorType) => (error) => {
  const reason = { ...describe(error), errorType: errorType ?? describe(error).errorType };
  fail(current, reason, true);
  // The output reaches the parent before the process is gone.
  setImmediate(() => process.exit(128));
};
process.on("uncaughtException", die());
process.on("unhandledRejection", die("Runtime.UnhandledPromiseRejection"));
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole group: the parent ends this process once its work is settled.
process.on("SIGINT", () => undefined);

const contextOf = ({ requestId, deadline, functionArn }) => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: "$LATEST",
  invokedFunctionArn: functionArn,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  awsRequestId: requestId,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  // The deadline is real time: the function's budget does not change when tests move the clock.
  getRemainingTimeInMillis: () => Math.max(0, deadline - RealDate.now()),
});

const serve = (handler) => async (request) => {
  const { id } = request;
  current = id;
  offset = request.offset;
  process.env._X_AMZN_TRACE_ID = request.traceId;
  try {
    const value = await handler(JSON.parse(request.event), contextOf(request));
    send({ id, value: JSON.stringify(value ?? null) });
  } catch (error) {
    fail(id, describe(error));
  }
};

const load = async () => {
  const loaded = await import(pathToFileURL(modulePath).href).catch((error) => {
    const missing = error.code === "ERR_MODULE_NOT_FOUND" ? "Runtime.ImportModuleError" : undefined;
    throw Object.assign(error, missing === undefined ? {} : { name: missing });
  });
  const handler = loaded[exportName];
  if (typeof handler === "function") return handler;
  throw Object.assign(new Error(`${exportName} is undefined or not exported`), {
    name: "Runtime.HandlerNotFound",
  });
};

try {
  process.on("message", serve(await load()));
  send({ ready: true });
} catch (error) {
  const { errorType, message, stack } = describe(error);
  console.error(stack);
  send({ initFailure: { errorType, message } });
}
