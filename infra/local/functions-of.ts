import type { Assembly, Resource } from "./parts.ts";

/** The function that a template means: by ARN, or by name as `Ref` gives it. */
export const functionOf = (assembly: Assembly, arnOrName: unknown): Resource | undefined => {
  const named = String(arnOrName).replace(/:\$LATEST$/, "");
  const byArn = assembly.byArn(named);
  if (byArn?.type === "AWS::Lambda::Function") return byArn;
  return assembly.ofType("AWS::Lambda::Function").find(({ ref, arn }) => ref === named || arn === named);
};

/** The role a function runs as. */
export const roleOf = (lambda: Resource): string => String(lambda.properties.Role);
