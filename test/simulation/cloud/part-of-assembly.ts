import type { LoadedAssembly } from "../../../infra/local/template.ts";

/** The app as it would be without some of its stacks. */
export const withoutStacks = (assembly: LoadedAssembly, left: ReadonlySet<string>): LoadedAssembly => {
  const resources = assembly.resources.filter(({ stack }) => !left.has(stack));
  const arns = new Map(resources.map((resource) => [resource.arn, resource]));
  return {
    ...assembly,
    resources,
    ofType: (type) => assembly.ofType(type).filter(({ stack }) => !left.has(stack)),
    byArn: (arn) => arns.get(arn),
  };
};
