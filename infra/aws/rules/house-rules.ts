import { readFileSync } from "node:fs";
import {
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  Stack,
} from "aws-cdk-lib";
import type { Service } from "../../../shared/service.ts";
import type { Settings } from "../settings.ts";
import { declaredRules } from "./declared.ts";
import { delivery } from "./delivery.ts";
import { doors } from "./doors.ts";
import { durability } from "./durability.ts";
import { entrance } from "./entrance.ts";
import { functionRules } from "./functions.ts";
import { permissions } from "./permissions.ts";
import type { Finding, Rule } from "./rule.ts";
import { type StackTemplate, templatesOf } from "./templates.ts";
import { watch } from "./watch.ts";

const rules: readonly Rule[] = [
  ...durability,
  ...delivery,
  ...functionRules,
  ...permissions,
  ...doors,
  ...entrance,
  ...watch,
  ...declaredRules,
];

/**
 * What CloudFormation and cdk-nag accept and this house does not: each rule stands for a fault that would show
 * only in production. Judges the finished templates, so it also sees what escape hatches did to them.
 */
export const judge = (
  stacks: readonly StackTemplate[],
  services: readonly Service[],
  settings: Settings,
): readonly Finding[] => {
  const templates = templatesOf(stacks);
  return rules.flatMap((rule) => rule({ templates, services, settings }));
};

const stacksOf = ({ stackTemplates, appConstruct }: IPolicyValidationContext): StackTemplate[] => {
  const names = new Map(
    appConstruct.node
      .findAll()
      .filter((construct) => Stack.isStack(construct))
      .map((stack) => [stack.node.path, stack.stackName]),
  );
  return stackTemplates.map(({ stackConstructPath, templatePath }) => ({
    name: names.get(stackConstructPath) ?? stackConstructPath,
    path: templatePath,
    template: JSON.parse(readFileSync(templatePath, "utf8")),
  }));
};

/** The rules as a part of `cdk synth`: a finding fails it. */
export const houseRules = (services: readonly Service[], settings: Settings): IPolicyValidationPlugin => ({
  name: "House rules",
  validate: (context): PolicyValidationPluginReport => {
    const findings = judge(stacksOf(context), services, settings);
    const violations = findings.map(({ rule, part, message }) => ({
      ruleName: `House-${rule}`,
      description: `${part.type} ${message}`,
      severity: "error",
      violatingResources: [{ resourceLogicalId: part.id, templatePath: part.stack.path, locations: [] }],
    }));
    return { success: violations.length === 0, violations };
  },
});
