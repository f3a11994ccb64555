import { occurred } from "../../../shared/dynamo/record.ts";
import type { Tell } from "../../../shared/kept/kept.ts";
import { keptEndpoints } from "../../../shared/kept/kept-endpoints.ts";
import { Source, SourceFields, SourceId } from "../ci-source.ts";
import { CiSourceChanged } from "../events-import.ts";
import type { ConfigurationContext } from "../table.ts";
import { builtInSources } from "./builtin-sources.ts";
import { listCiSources } from "./endpoints/list-ci-sources.ts";
import { sourcePath } from "./table.ts";

export const tellOfSource: Tell<Source> = (after, changes) => {
  const { id, name, format, staleAfterDays, state } = after;
  const source = { id, name, format, staleAfterDays, retired: state === "retired" };
  return occurred(CiSourceChanged, { source }, changes);
};

/** Who tells of CIs. */
export const keptSources = keptEndpoints<ConfigurationContext, Source, typeof SourceFields>({
  read: "configuration:read_all",
  write: "configuration:administer",
  history: "configuration:read_all",
  mayWrite: () => true,
  noun: ["CiSource", "CiSources"],
  title: "a source of configuration items",
  summaries: {
    create: "Name a source, the form it speaks in, and what its words are here",
    replace: "Say anew how a source is read; imports that are under way go on as they began",
    retire: "Nothing is imported from it any more, and imports under way wait; what it said stays",
    restore: "It may be imported from again",
  },
  path: sourcePath,
  id: ["sourceId", SourceId],
  choosesId: true,
  isBuiltIn: (id) => builtInSources.has(id),
  fields: SourceFields,
  reply: Source,
  listed: Source,
  list: listCiSources,
  tell: tellOfSource,
  records: ({ sources }) => sources,
});
