import { unsupportedAsyncInvocations } from "./async-invocation.ts";
import { createAuthority, unsupportedPolicies } from "./authority.ts";
import { deniedTargets, unsupportedRules } from "./bus.ts";
import { unsupportedCopies } from "./distribution/copied-files.ts";
import { unsupportedDistributions } from "./distribution/unsupported-distributions.ts";
import { unsupportedBuckets } from "./files/unsupported-buckets.ts";
import { unsupportedKeys } from "./gateway/signing-keys.ts";
import { deniedRoutes, unsupportedHttpApi } from "./http-api.ts";
import { unsupportedQueueMappings } from "./queue-mapping.ts";
import { unsupportedQueues } from "./queues.ts";
import { deniedSchedules, unsupportedSchedules } from "./scheduler.ts";
import { unsupportedStreamMappings } from "./streams/stream-checks.ts";
import { unsupportedFunctions } from "./template/check-functions.ts";
import { danglingReferences } from "./template/check-references.ts";
import { unsupportedTables } from "./template/check-tables.ts";
import { unknownParts } from "./template/check-types.ts";
import type { LoadedAssembly } from "./template/loaded-assembly.ts";

/**
 * Everything in the template that the local cloud does not do, or that AWS would refuse or silently lose
 * events over. An empty list means: what runs here is the whole template.
 */
export const problemsOf = (assembly: LoadedAssembly): readonly string[] => {
  const policies = unsupportedPolicies(assembly);
  const authority = createAuthority(assembly);
  return [
    ...unknownParts(assembly),
    ...policies,
    ...danglingReferences(assembly),
    ...unsupportedTables(assembly, assembly.place.region),
    ...unsupportedFunctions(assembly, assembly.assets),
    ...unsupportedStreamMappings(assembly, authority),
    ...unsupportedQueues(assembly),
    ...unsupportedQueueMappings(assembly, authority),
    ...unsupportedAsyncInvocations(assembly, authority),
    ...unsupportedRules(assembly),
    ...deniedTargets(assembly, authority),
    ...unsupportedSchedules(assembly),
    ...deniedSchedules(assembly, authority),
    ...unsupportedKeys(assembly),
    ...unsupportedHttpApi(assembly),
    ...deniedRoutes(assembly, authority),
    ...unsupportedDistributions(assembly),
    ...unsupportedCopies(assembly),
    ...unsupportedBuckets(assembly),
  ];
};
