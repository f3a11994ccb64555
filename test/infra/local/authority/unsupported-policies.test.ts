import { unsupportedPolicies } from "../../../../infra/local/authority.ts";
import { arnOf, assemblyOf, roleWith } from "../support/assembly.ts";

const table = arnOf("dynamodb", "table/things");
const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});

describe("what cannot be evaluated is listed", () => {
  it.each([
    ["condition operator IpAddress", allow("*", "*", { Condition: { IpAddress: { "aws:SourceArn": "x" } } })],
    [
      "condition key aws:SourceVpc",
      allow("*", "*", { Condition: { StringEquals: { "aws:SourceVpc": "x" } } }),
    ],
    ["policy variables", allow("*", "arn:aws:s3:::bucket/\u0024{aws:username}/*")],
    ["NotPrincipal", allow("*", "*", { NotPrincipal: "*" })],
    ["principal of kind Federated", allow("*", "*", { Principal: { Federated: "x" } })],
    ["effect allow", { Effect: "allow", Action: "*", Resource: "*" }],
    ["which is no ARN", allow("*", "things")],
  ])("%s", (problem, statement) => {
    expect(unsupportedPolicies(assemblyOf(roleWith("worker", statement))).join()).toContain(problem);
  });

  it("but nothing of an ordinary policy", () => {
    const statement = allow("dynamodb:*", [table, `${table}/index/*`], {
      Condition: {
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["a*"] },
        Null: { "dynamodb:LeadingKeys": "false" },
      },
    });
    expect(unsupportedPolicies(assemblyOf(roleWith("worker", statement)))).toEqual([]);
  });

  it("an AWS managed policy nobody taught it", () => {
    const role = {
      ...roleWith("worker"),
      properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
    };
    expect(unsupportedPolicies(assemblyOf(role)).join()).toContain("AdministratorAccess");
  });
});
