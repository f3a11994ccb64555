import { DeleteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { WholeArticle } from "../../../services/knowledge/article.ts";
import { createConnect } from "../../../services/knowledge/connect.ts";
import { retire } from "../../../services/knowledge/decisions/retire.ts";
import { publish, submit } from "../../../services/knowledge/decisions/review.ts";
import { draftArticle, editArticle } from "../../../services/knowledge/decisions/write.ts";
import { searchKnowledge } from "../../../services/knowledge/endpoints/search-knowledge.ts";
import { type Manifest, manifestCell } from "../../../services/knowledge/search/manifest.ts";
import { incidentEnded } from "../../../services/knowledge/subscriptions/incident-ended.ts";
import { resolutionTold } from "../../../services/knowledge/subscriptions/resolution-told.ts";
import { type KnowledgeContext, knowledgeTable } from "../../../services/knowledge/table.ts";
import { type Actor, serviceActor } from "../../../shared/access/actor.ts";
import { type Blob, createBlobs } from "../../../shared/dynamo/blobs.ts";
import { recordSortKey } from "../../../shared/dynamo/items.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";
import { author, content, curator, on } from "./given.ts";

type Found = {
  items: { id: string; excerpt: { text: string; hit: boolean }[] }[];
  total: number;
  facets: Record<string, { value: string; count: number }[]>;
  didYouMean?: string;
};

/** Knowledge over a table of its own, with two containers and a clock, for tests of what is found. */
export const startSearch = async () => {
  const fresh: FreshTable = await freshTable(knowledgeTable);
  let clock = Date.parse("2026-03-02T09:00:00.000Z");
  /** Two containers: one that answers people, and one that works by the clock. */
  let api = createConnect();
  let timer = createConnect();
  const restart = () => {
    api = createConnect();
    timer = createConnect();
  };

  /** So many writes are left until every one fails, as when the function ends there. */
  let writesLeft = Number.POSITIVE_INFINITY;
  const send = (command: { readonly constructor: { readonly name: string } }) => {
    const isWrite = /^(Put|Delete|Update|TransactWrite)/.test(command.constructor.name);
    if (isWrite && writesLeft-- <= 0) return Promise.reject(new Error("The function ended"));
    return fresh.client.send(command as never);
  };
  const client = { send } as unknown as Scope["client"];

  const scope = (actor: Actor): Scope => ({
    table: fresh.table,
    client,
    clock: { now: () => new Date(clock) },
    actor,
    correlationId: "c",
  });
  const as = (actor: Actor): KnowledgeContext => api(scope(actor));
  const self = () => timer(scope(serviceActor("knowledge")));
  const later = (ms = 2000) => {
    clock += ms;
  };
  const now = () => new Date(clock).toISOString();

  const write = async (more: Record<string, unknown>): Promise<string> => {
    const { articles } = as(author);
    const { id } = await articles.create((newId) =>
      draftArticle(newId, content(more), { ownerId: "author" }, on(author, {}, now())),
    );
    return id;
  };
  const release = async (id: string): Promise<void> => {
    await as(author).articles.update(id, undefined, (article) =>
      submit.decide(article as WholeArticle, {}, on(author, {}, now())),
    );
    await as(curator).articles.update(id, undefined, (article) =>
      publish.decide(article as WholeArticle, {}, on(curator, {}, now())),
    );
    later();
  };
  const published = async (more: Record<string, unknown>): Promise<string> => {
    const id = await write(more);
    await release(id);
    return id;
  };
  const edit = (id: string, more: Record<string, unknown>) =>
    as(author).articles.update(id, undefined, (article) =>
      editArticle(article as WholeArticle, content(more), on(author, {}, now())),
    );
  const withdraw = async (id: string) => {
    await as(curator).articles.update(id, undefined, (article) =>
      retire.decide(article as WholeArticle, {}, on(curator, {}, now())),
    );
    later();
  };
  const ask = async (actor: Actor, text: string, more: object = {}): Promise<Found> => {
    const body = searchKnowledge.body?.parse({ text, ...more });
    return searchKnowledge.handle({ body, actor } as never, as(actor) as never) as Promise<Found>;
  };
  const ids = async (actor: Actor, text: string) => (await ask(actor, text)).items.map(({ id }) => id);
  const losePart = async () => {
    const [cell] = await fresh.itemsOf(`CELL#${manifestCell}`);
    const [blob] = (cell as { value: Manifest }).value.segments;
    await createBlobs(scope(author)).remove(blob as Blob);
  };
  /** The record is gone from the table, as if it had never been; nobody is told. */
  const forget = (id: string) =>
    fresh.client.send(new DeleteCommand({ TableName: fresh.table, Key: { pk: id, sk: recordSortKey } }));
  /** The index has nothing any more, and believes that it has everything. */
  const emptyIndex = async () => {
    const { cells } = self();
    const { edition, value } = await cells.load<Manifest>(manifestCell);
    await cells.replace(manifestCell, edition, { ...(value as Manifest), segments: [] });
  };
  /** Runs something that ends after so many writes; false where it came to its end before. */
  const endAfter = async (writes: number, run: () => Promise<unknown>): Promise<boolean> => {
    writesLeft = writes;
    try {
      await run();
      return false;
    } catch (error) {
      if ((error as Error).message !== "The function ended") throw error;
      return true;
    } finally {
      writesLeft = Number.POSITIVE_INFINITY;
    }
  };
  /** Names of what is stored of the index, and of what of it is in use. */
  const blobs = async () => {
    const [cell] = await fresh.itemsOf(`CELL#${manifestCell}`);
    const { segments } = (cell as { value: Manifest }).value;
    const { Items: items = [] } = await fresh.client.send(
      new ScanCommand({
        TableName: fresh.table,
        FilterExpression: "begins_with(pk, :blob)",
        ExpressionAttributeValues: { ":blob": "BLOB#" },
      }),
    );
    const stored = new Set(items.map(({ pk }) => String(pk).slice("BLOB#".length)));
    return { stored: [...stored].toSorted(), used: segments.map(({ name }) => name).toSorted() };
  };
  const keep = () => self().searchIndex.keep(Number.POSITIVE_INFINITY);
  const tell = async (type: string, sequence: number, incident: object, resolution?: object) => {
    const meta = { subject: "INC0000001", sequence, actor: { id: "author" } };
    const data = {
      incident: {
        id: "INC0000001",
        title: "Outlook asks for a password",
        restricted: false,
        callerId: "caller",
        ciIds: ["mail-1"],
        links: [],
        ...incident,
      },
      ...(resolution ? { resolution } : {}),
    };
    for (const { id, handle } of [...incidentEnded, resolutionTold])
      if (id === type || (id === "resolution-told" && resolution))
        await handle({ meta, data } as never, self() as never);
    later();
  };
  const resolved = (more: object = {}) =>
    tell(
      "incident-resolved",
      5,
      { state: "resolved", ...more },
      { code: "fixed", text: "Deleted the credentials" },
    );

  const stop = () => fresh.stop();
  return {
    as,
    self,
    later,
    write,
    release,
    published,
    edit,
    withdraw,
    ask,
    ids,
    losePart,
    forget,
    emptyIndex,
    endAfter,
    blobs,
    keep,
    tell,
    resolved,
    restart,
    stop,
  };
};
export type SearchWorld = Awaited<ReturnType<typeof startSearch>>;
