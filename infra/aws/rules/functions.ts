import { mustBe, type Rule, unless } from "./rule.ts";
import { at } from "./templates.ts";

/** Every function runs alike: same runtime, traced, logging JSON into a group that forgets in time. */
const functions: Rule = ({ templates }) =>
  templates.ofType("AWS::Lambda::Function").flatMap((part) => {
    const check = mustBe("Function", part);
    const logs = templates.text(part, "LoggingConfig.LogGroup");
    const group = templates.parts.find(({ identity }) => identity === logs);
    return [
      ...check("Runtime", "nodejs24.x"),
      ...check("Architectures", ["arm64"]),
      ...check("TracingConfig", { Mode: "Active" }),
      ...check("LoggingConfig.LogFormat", "JSON"),
      ...unless(
        group?.type === "AWS::Logs::LogGroup",
        "Function",
        part,
        "logs into a group that is not in the template",
      ),
    ];
  });

const logs: Rule = ({ templates, settings }) =>
  templates
    .ofType("AWS::Logs::LogGroup")
    .flatMap((part) => mustBe("Log", part)("RetentionInDays", settings.logDays));

/** API Gateway waits 30 s at most: a function that may take longer leaves people without its answer. */
const apiTimeout: Rule = ({ templates }) =>
  templates.ofType("AWS::ApiGatewayV2::Integration").flatMap((integration) => {
    const target = templates.text(integration, "IntegrationUri");
    const found = templates.parts.find(({ identity }) => identity === target);
    if (found?.type !== "AWS::Lambda::Function") {
      return [{ rule: "Integration", part: integration, message: "leads to no function" }];
    }
    return [
      ...unless(
        Number(at(found, "Timeout") ?? 3) < 30,
        "Integration",
        found,
        "may take longer than the API waits",
      ),
      ...mustBe("Integration", integration)("PayloadFormatVersion", "2.0"),
    ];
  });

export const functionRules: readonly Rule[] = [functions, logs, apiTimeout];
