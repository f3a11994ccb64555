import type { Assembly, Resource } from "../../../../infra/local/parts.ts";

type Described = {
  readonly type: string;
  readonly logicalId: string;
  readonly properties: unknown;
  readonly ref?: string;
  readonly arn?: string;
};

/** An assembly of just these resources, as the template loader would hand it over. */
export const assemblyOf = (...described: readonly Described[]): Assembly => {
  const resources: readonly Resource[] = described.map(
    ({ logicalId, ref = logicalId, arn = ref, ...rest }) => ({
      stack: "Test",
      logicalId,
      ref,
      arn,
      ...rest,
    }),
  );
  return {
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    byArn: (arn) => resources.find((resource) => resource.arn === arn),
    outputs: {},
  };
};

export const account = "123456789012";
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const arnOf = (service: string, rest: string): string =>
  `arn:aws:${service}:eu-west-1:${account}:${rest}`;

/** A role whose inline policy holds these statements. */
export const roleWith = (name: string, ...statements: readonly object[]): Described => ({
  type: "AWS::IAM::Role",
  logicalId: name,
  ref: name,
  arn: roleArn(name),
  properties: { Policies: [{ PolicyName: "inline", PolicyDocument: { Statement: statements } }] },
});
