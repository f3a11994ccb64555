/**
 * `npm run import-bench -- --cis 50000`: imports so many CIs and their relations into AWS's DynamoDB Local, and
 * the same once more. The second time must write no record; otherwise the command fails. What the database
 * alone takes for the first transactions, sent again by the bare SDK, says what no importer could do without.
 */
import { parseArgs } from "node:util";
import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { SourceFields } from "../../../services/configuration/ci-source.ts";
import { createConnect } from "../../../services/configuration/connect.ts";
import { addChunk, moveImport, openImport } from "../../../services/configuration/decisions/import.ts";
import { tellOfSource } from "../../../services/configuration/import/kept-sources.ts";
import { runImport } from "../../../services/configuration/import/run-import.ts";
import { configurationTable } from "../../../services/configuration/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { systemClock } from "../../../shared/domain/clock.ts";
import { keep } from "../../../shared/kept/kept.ts";
import { tableAt } from "../../bed/fresh-table.ts";
import { cpuOf } from "../cpu.ts";
import { bareWrites } from "./bare-writes.ts";
import { tablesOf } from "./rows.ts";

const { values } = parseArgs({ options: { cis: { type: "string", default: "50000" } } });
const cis = Number(values.cis);

const database = await startDynamoDbLocal();
const { table, client, stop } = await tableAt(database.endpoint, configurationTable);
const bare = bareWrites(client);

/** Calls by name, and items written that belong to anything but the imports themselves. */
const seen = { calls: new Map<string, number>(), records: 0 };
const isOwn = (pk: unknown): boolean => /^(SHEET#|JOB#|COUNTER#|IMP\d)/.test(String(pk));

type Put = { readonly Item?: Record<string, unknown>; readonly Key?: Record<string, unknown> };
const keysIn = (input: Record<string, unknown>): readonly unknown[] => {
  const single = input as Put;
  const many = (input.TransactItems ?? []) as readonly Readonly<Record<string, Put>>[];
  const batches = Object.values((input.RequestItems ?? {}) as Record<string, unknown>).flatMap((all) =>
    Array.isArray(all)
      ? (all as { readonly PutRequest?: Put }[]).map(({ PutRequest }) => PutRequest?.Item?.pk)
      : [],
  );
  const own = single.Item ?? single.Key;
  return [
    ...(own ? [own.pk] : []),
    ...many.flatMap((each) => Object.values(each).map(({ Item, Key }) => (Item ?? Key)?.pk)),
    ...batches,
  ];
};
client.middlewareStack.add(
  (next, { commandName = "" }) =>
    async (args) => {
      seen.calls.set(commandName, (seen.calls.get(commandName) ?? 0) + 1);
      if (/Put|Update|Delete|Write/.test(commandName))
        seen.records += keysIn(args.input as Record<string, unknown>).filter((pk) => !isOwn(pk)).length;
      return next(args);
    },
  { step: "initialize", name: "seen" },
);

const connect = createConnect();
const context = () =>
  connect({
    table,
    client,
    clock: systemClock,
    actor: serviceActor("configuration"),
    correlationId: "bench",
  });

const sourceId = "src.bench";
const fields = SourceFields.parse({ name: "Bench", format: "csv" });
await context().sources.createAs(sourceId, keep(tellOfSource, sourceId, fields));

const { chunks, rows } = tablesOf(cis);
/** As long as one run of the timer may last. */
const runMs = 55_000;

const bring = async (): Promise<void> => {
  seen.calls.clear();
  seen.records = 0;
  const { imports } = context();
  const { id } = await imports.create((newId) => openImport(newId, { sourceId }, { format: "csv" }, "bench"));
  for (const [at, content] of chunks.entries()) {
    const chunk = { number: at + 1, content, rows: content.split("\n").length - 1 };
    await imports.update(id, undefined, (is) => addChunk(is, chunk));
  }
  await imports.update(id, undefined, (is) => moveImport(is, "start"));
  const [cpu, databaseCpu, begun] = [process.cpuUsage(), cpuOf(database.pid), performance.now()];
  let runs = 0;
  let peak = 0;
  while ((await imports.get(id)).state === "running") {
    await runImport(id, performance.now() + runMs, context());
    runs += 1;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log({
    counts: (await imports.get(id)).counts,
    seconds: Math.round(seconds),
    rowsPerSecond: Math.round(rows / seconds),
    cpuSeconds: Math.round((user + system) / 1e6),
    databaseCpuSeconds: Math.round((cpuOf(database.pid) - databaseCpu) / 1000),
    timerRuns: runs,
    memoryMb: Math.round(peak / 2 ** 20),
    recordItemsWritten: seen.records,
    calls: Object.fromEntries([...seen.calls].toSorted()),
  });
};

console.log(`${cis} CIs and ${rows - cis} relations in ${chunks.length} chunks`);
await bring();
const itemsPerRow = seen.records / rows;
await bring();
stop();
const alone = await bare.again(database.endpoint, configurationTable);
console.log({
  itemsPerRow,
  ...alone,
  rowsPerSecondOfTheDatabaseAlone: Math.round(alone.itemsPerSecond / itemsPerRow),
});
await database.stop();
if (seen.records > 0) {
  console.error("The second import wrote records");
  process.exitCode = 1;
}
