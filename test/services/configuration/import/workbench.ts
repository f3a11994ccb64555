import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Import } from "../../../../services/configuration/ci-import.ts";
import { SourceFields } from "../../../../services/configuration/ci-source.ts";
import { createConnect } from "../../../../services/configuration/connect.ts";
import { addChunk, moveImport, openImport } from "../../../../services/configuration/decisions/import.ts";
import { resultSheets } from "../../../../services/configuration/import/result-sheets.ts";
import { runImport } from "../../../../services/configuration/import/run-import.ts";
import { undoImport } from "../../../../services/configuration/import/undo-import.ts";
import type { RowResult } from "../../../../services/configuration/row-result.ts";
import { configurationTable } from "../../../../services/configuration/table.ts";
import { serviceActor } from "../../../../shared/access/actor.ts";
import { at } from "../../../../shared/domain/clock.ts";
import type { Scope } from "../../../../shared/dynamo/scope.ts";
import { freshTable } from "../../../bed/fresh-table.ts";

const folder = path.resolve(import.meta.dirname ?? __dirname, "../../../../../shared/data");

/** A file of the shared data; undefined where it is absent. */
export const sharedData = (name: string): string | undefined => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

export type Table = Awaited<ReturnType<typeof freshTable>>;

/** The configuration service's stores on a table of its own, without any HTTP. */
export const workbench = async (now = "2026-03-01T10:00:00.000Z") => {
  const table = await freshTable(configurationTable);
  let time = now;
  const connect = createConnect();
  const scope = (): Scope => ({
    table: table.table,
    client: table.client,
    clock: at(new Date(time)),
    actor: serviceActor("configuration"),
    correlationId: "test",
  });
  const context = () => connect(scope());

  const named = new Set<string>();
  const source = async (id: string, fields: object) => {
    if (named.has(id)) return;
    named.add(id);
    await context().sources.createAs(id, [
      {
        event: (await import("../../../../services/configuration/events-import.ts")).CiSourceChanged as never,
        data: { source: { id, name: id, format: "json", staleAfterDays: 60, retired: false } },
        changes: { ...SourceFields.parse({ name: id, ...fields }), state: "active" } as never,
      },
    ]);
  };

  /** Puts an import together and does with it what is asked, to the end. */
  const bring = async (
    sourceId: string,
    chunks: readonly string[],
    action: "check" | "start" = "start",
  ): Promise<{ readonly imported: Import; readonly results: readonly RowResult[] }> => {
    const { imports, sources } = context();
    const { format } = await sources.get(sourceId);
    const { id } = await imports.create((newId) => openImport(newId, { sourceId }, { format }, "test"));
    for (const [index, content] of chunks.entries())
      await imports.update(id, undefined, (is) => addChunk(is, { number: index + 1, content, rows: 1 }));
    await imports.update(id, undefined, (is) => moveImport(is, action));
    return finish(id, action === "check" ? "check" : "import");
  };

  const undo = async (id: string) => {
    await context().imports.update(id, undefined, (is) => moveImport(is, "undo"));
    return finish(id, "undo");
  };

  const finish = async (id: string, run: "check" | "import" | "undo") => {
    const { imports, sheets } = context();
    await (run === "undo" ? undoImport : runImport)(id, Number.POSITIVE_INFINITY, context());
    const results: RowResult[] = [];
    for await (const { value } of sheets.all<RowResult[]>(id, resultSheets(run))) results.push(...value);
    return { imported: await imports.get(id), results };
  };

  /** Everything that is there, in words that do not depend on numbers: what it is called, and how it is related. */
  const graph = async () => {
    const { allCis, relations } = context();
    const cis = new Map<string, string>();
    for (const state of ["live", "planned", "maintenance", "retired"])
      for await (const ids of allCis.ids({ index: "cisByState", partition: state }))
        for (const ci of (await allCis.present(ids)).values())
          cis.set(
            ci.id,
            JSON.stringify([
              ci.classId,
              ci.name,
              ci.state,
              ci.criticality,
              Object.entries(ci.attributes).toSorted(),
              ci.sources?.map(({ key }) => key).toSorted(),
              ci.identities.toSorted(),
              ci.redundancy,
            ]),
          );
    const edges: string[] = [];
    for (const id of cis.keys()) {
      const found = [];
      for await (const ids of relations.ids({ index: "relationsFrom", partition: id })) found.push(...ids);
      for (const { fromId, typeId, toId } of (await relations.present(found)).values())
        edges.push(`${cis.get(fromId)} ${typeId} ${cis.get(toId)}`);
    }
    return { cis: [...cis.values()].toSorted(), edges: edges.toSorted() };
  };

  return {
    table,
    context,
    source,
    bring,
    undo,
    graph,
    moveTo: (instant: string) => {
      time = instant;
    },
    stop: table.stop,
  };
};
export type Workbench = Awaited<ReturnType<typeof workbench>>;
