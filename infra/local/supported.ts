import type { LoadedAssembly } from "./template.ts";

/** Everything in the template that the local cloud does not do, or that AWS would refuse. */
export const problemsOf = (_assembly: LoadedAssembly): string[] => [];
