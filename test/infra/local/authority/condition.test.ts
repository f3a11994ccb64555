import { createAuthority } from "../../../../infra/local/authority.ts";
import { arnOf, assemblyOf, roleArn, roleWith } from "../support/assembly.ts";

const table = arnOf("dynamodb", "table/things");
const rule = arnOf("events", "rule/bus/things");
const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const roleMay = (statements: readonly object[], action: string, resource: string, context = {}) =>
  createAuthority(assemblyOf(roleWith("worker", ...statements))).roleMay(
    roleArn("worker"),
    action,
    resource,
    context,
  ).allowed;

describe("a role's statement", () => {
  it.each([
    ["StringEquals", { "events:source": "one" }, { "events:source": "one" }, true],
    ["StringEquals", { "events:source": ["one", "two"] }, { "events:source": "two" }, true],
    ["StringEquals", { "events:source": "one" }, {}, false],
    ["StringEqualsIfExists", { "events:source": "one" }, {}, true],
    ["StringEqualsIfExists", { "events:source": "one" }, { "events:source": "two" }, false],
    ["StringNotEquals", { "events:source": ["one", "two"] }, { "events:source": "two" }, false],
    ["StringNotEquals", { "events:source": "one" }, {}, true],
    ["StringEqualsIgnoreCase", { "Events:Source": "ONE" }, { "events:source": "one" }, true],
    ["StringLike", { "events:source": "app.*" }, { "events:source": "app.one" }, true],
    ["StringNotLike", { "events:source": "app.*" }, { "events:source": "app.one" }, false],
    ["NumericLessThanEquals", { "events:source": "10" }, { "events:source": "9" }, true],
    ["NumericNotEquals", { "events:source": "10" }, { "events:source": "10.0" }, false],
    ["Bool", { "aws:SecureTransport": "true" }, {}, true],
    ["Bool", { "aws:SecureTransport": "false" }, {}, false],
    ["Null", { "events:source": "true" }, {}, true],
    ["Null", { "events:source": "false" }, {}, false],
    ["ArnLike", { "aws:PrincipalArn": "arn:aws:iam::*:role/work*" }, {}, true],
    [
      "ForAllValues:StringEquals",
      { "dynamodb:LeadingKeys": ["a", "b"] },
      { "dynamodb:LeadingKeys": ["a", "b"] },
      true,
    ],
    [
      "ForAllValues:StringEquals",
      { "dynamodb:LeadingKeys": ["a"] },
      { "dynamodb:LeadingKeys": ["a", "b"] },
      false,
    ],
    ["ForAllValues:StringEquals", { "dynamodb:LeadingKeys": ["a"] }, {}, true],
    [
      "ForAllValues:StringLike",
      { "dynamodb:LeadingKeys": ["i#*"] },
      { "dynamodb:LeadingKeys": ["i#1", "i#2"] },
      true,
    ],
    [
      "ForAllValues:StringNotEquals",
      { "dynamodb:LeadingKeys": ["a"] },
      { "dynamodb:LeadingKeys": ["b", "a"] },
      false,
    ],
    [
      "ForAnyValue:StringEquals",
      { "dynamodb:LeadingKeys": ["a"] },
      { "dynamodb:LeadingKeys": ["b", "a"] },
      true,
    ],
    ["ForAnyValue:StringEquals", { "dynamodb:LeadingKeys": ["a"] }, {}, false],
    [
      "ForAnyValue:StringNotEquals",
      { "dynamodb:LeadingKeys": ["a"] },
      { "dynamodb:LeadingKeys": ["a"] },
      false,
    ],
  ])("under the condition %s %j asked with %j is judged %s", (operator, keys, context, expected) => {
    const statement = allow("dynamodb:GetItem", table, { Condition: { [operator]: keys } });
    expect(roleMay([statement], "dynamodb:GetItem", table, context)).toBe(expected);
  });

  it("is judged anew when only the condition's value changes", () => {
    const statement = allow("events:PutEvents", "*", {
      Condition: { StringEquals: { "events:source": "mine" } },
    });
    const { roleMay: may } = createAuthority(assemblyOf(roleWith("worker", statement)));
    const put = (source: string) =>
      may(roleArn("worker"), "events:PutEvents", rule, { "events:source": source }).allowed;
    expect([put("mine"), put("other"), put("mine")]).toEqual([true, false, true]);
  });
});
