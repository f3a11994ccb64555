import { edited, type Mutation, property, refTo } from "./mutation.ts";

/** Functions that could not start, would be cut off, or would leave no trace. */
export const functionMutations: readonly Mutation[] = [
  {
    title: "a runtime that AWS has retired",
    change: property("Pencil/ApiFunction", "Runtime", "nodejs16.x"),
    caughtBy: "validate",
  },
  {
    title: "a runtime that does not exist",
    change: property("Pencil/ApiFunction", "Runtime", "nodejs99.x"),
    caughtBy: "validate",
  },
  {
    title: "a runtime older than the one the rest runs on",
    change: property("Pencil/TimerFunction", "Runtime", "nodejs22.x"),
    caughtBy: "nag",
  },
  {
    title: "a handler in a file that is not in the bundle",
    change: property("Pencil/ApiFunction", "Handler", "lamda.api"),
    caughtBy: "local cloud",
  },
  {
    title: "a handler that its file does not export",
    change: property("Pencil/ConsumerFunction", "Handler", "lambda.consume"),
    caughtBy: "house rules",
  },
  {
    title: "the handlers of two functions swapped",
    change: property("Pencil/ConsumerFunction", "Handler", "lambda.timer"),
    caughtBy: "house rules",
  },
  {
    title: "code that was never bundled",
    change: property("Pencil/ApiFunction", "Code.S3Key", `${"0".repeat(64)}.zip`),
    caughtBy: "local cloud",
  },
  {
    title: "another architecture than the one that was tested",
    change: property("Pencil/ApiFunction", "Architectures", ["x86_64"]),
    caughtBy: "house rules",
  },
  {
    title: "less memory than Lambda has",
    change: property("Pencil/ApiFunction", "MemorySize", 64),
    caughtBy: "validate",
  },
  {
    title: "a time-out beyond Lambda's 15 minutes",
    change: property("Pencil/TimerFunction", "Timeout", 1000),
    caughtBy: "validate",
  },
  {
    title: "an api function that may take longer than the API waits",
    change: property("Pencil/ApiFunction", "Timeout", 60),
    caughtBy: "house rules",
  },
  {
    title: "a function without a role",
    change: property("Pencil/ApiFunction", "Role", undefined),
    caughtBy: "validate",
  },
  {
    title: "tracing switched off",
    change: property("Pencil/ApiFunction", "TracingConfig", { Mode: "PassThrough" }),
    caughtBy: "house rules",
  },
  {
    title: "logs as plain text",
    change: property("Pencil/ApiFunction", "LoggingConfig.LogFormat", "Text"),
    caughtBy: "house rules",
  },
  {
    title: "logs in a group that Lambda makes and that never forgets",
    change: property("Pencil/ApiFunction", "LoggingConfig.LogGroup", undefined),
    caughtBy: "house rules",
  },
  {
    title: "logs kept forever",
    change: property("Pencil/ApiLogs", "RetentionInDays", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a retention that CloudWatch Logs does not know",
    change: property("Pencil/ApiLogs", "RetentionInDays", 91),
    caughtBy: "validate",
  },
  {
    title: "a function that is not told where files lie",
    change: property("Pencil/ApiFunction", "Environment.Variables.FILES_BUCKET", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a function that is not told its table",
    change: property("Pencil/ApiFunction", "Environment.Variables.TABLE_NAME", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a variable under a name that nobody reads",
    change: edited("Pencil/PublisherFunction", "Environment.Variables", ({ BUS_NAME, ...others }) => ({
      ...others,
      BUS: BUS_NAME,
    })),
    caughtBy: "house rules",
  },
  {
    title: "the reference to a queue where the table's name belongs",
    change: refTo(
      "Pencil/Events",
      (Ref) => ({ Ref }),
      (value) => property("Pencil/ApiFunction", "Environment.Variables.TABLE_NAME", value),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a function under the name of another service's",
    change: property("Pencil/ApiFunction", "Environment.Variables.SERVICE", "paper"),
    caughtBy: "house rules",
  },
];
