import { isCopier } from "../distribution/copied-files.ts";
import type { Assembly, Resource } from "../parts.ts";
import { nameOf, unknownProperties } from "../template-check.ts";
import { knownTypes } from "./known-types.ts";

const propertyProblems = (resource: Resource): readonly string[] => {
  const type = knownTypes[resource.type];
  if (type === undefined)
    return [`${nameOf(resource)}: resources of type ${resource.type} are not supported locally`];
  if (type.checkedByPart) return [];
  return unknownProperties(nameOf(resource), resource.properties, [...type.honoured, ...type.ignored]);
};

const duplicates = (assembly: Assembly): readonly string[] =>
  assembly.resources.flatMap((resource) => {
    const other = assembly.byArn(resource.arn);
    return other === undefined || other === resource
      ? []
      : [`${nameOf(resource)}: has the same name as ${nameOf(other)} (${resource.arn})`];
  });

/** Types and properties the local cloud does not know, and names given twice. */
export const unknownParts = (assembly: Assembly): readonly string[] => [
  ...assembly.resources.filter((each) => !isCopier(assembly, each)).flatMap(propertyProblems),
  ...duplicates(assembly),
];
