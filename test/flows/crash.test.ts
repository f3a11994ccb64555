import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "../bed/client.ts";
import { type StoredItem, storedItems } from "../bed/stored-items.ts";
import { type OwnCloud, startOwnCloud } from "../replay/own-cloud.ts";

/** What the clients were told yes to: incident id to the highest version they got an answer with. */
type Acknowledged = Map<string, number>;

const clientOf = ({ url }: OwnCloud, person: string) => {
  const body = new URLSearchParams({ grant_type: "urn:steward:demo", person });
  const token = fetch(`${url}/_local/issuer/token`, { method: "POST", body }).then(
    async (response) => ((await response.json()) as { access_token: string }).access_token,
  );
  return createClient(url, () => token);
};

/** Opens and notes without pause until the cloud is gone; remembers only what was answered. */
const load = async (cloud: OwnCloud, acknowledged: Acknowledged, isOver: () => boolean): Promise<void> => {
  const agent = clientOf(cloud, "ada.service");
  for (let i = 0; !isOver() && i < 1000; i++) {
    const opened = await agent.post("/incidents", { title: `Load ${i}`, ciIds: ["db-1"] });
    if (opened.status !== 201) continue;
    acknowledged.set(opened.body.id, opened.body.version);
    const noted = await agent.post(`/incidents/${opened.body.id}/notes`, { text: "Seen" });
    if (noted.status === 200) acknowledged.set(opened.body.id, noted.body.version);
  }
};

/** What a table tells about one incident: its version, its events, what the other service knows of it. */
const facts = (incidents: readonly StoredItem[], problems: readonly StoredItem[], id: string) => {
  const own = incidents.filter(({ pk }) => pk === id);
  const known = problems.find(({ pk, sk }) => pk === `INCIDENT#${id}` && sk === "PROJECTION");
  return {
    version: Number(own.find(({ sk }) => sk === "RECORD")?.version),
    events: own.filter(({ sk }) => sk.startsWith("EVENT#")).length,
    projected: Number(known?.sequence),
  };
};

describe("kill -9 in the middle of a load", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "steward-crash-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("loses nothing acknowledged, tears nothing, and every event reaches its subscriber", async () => {
    const acknowledged: Acknowledged = new Map();
    for (let round = 0; round < 2; round++) {
      const cloud = await startOwnCloud({ directory });
      let isOver = false;
      const clients = Array.from({ length: 6 }, () =>
        load(cloud, acknowledged, () => isOver).catch(() => {}),
      );
      while (acknowledged.size < (round + 1) * 25) await sleep(20);
      await cloud.kill();
      isOver = true;
      await Promise.all(clients);
    }
    const cloud = await startOwnCloud({ directory });
    const drained = await fetch(`${cloud.url}/_local/drain`, { method: "POST" });
    expect(drained.status).toBe(200);
    const stored = await storedItems(cloud.dynamoDb.endpoint, cloud.dynamoDb.database);
    const [incidents, problems] = [stored.get("steward-incident") ?? [], stored.get("steward-problem") ?? []];
    const ids = incidents.filter(({ sk, pk }) => sk === "RECORD" && pk.startsWith("INC")).map(({ pk }) => pk);
    expect([...acknowledged.keys()].filter((id) => !ids.includes(id))).toEqual([]);
    for (const id of new Set([...ids, ...acknowledged.keys()])) {
      const { version, events, projected } = facts(incidents, problems, id);
      expect({ id, kept: version >= (acknowledged.get(id) ?? 1) }).toEqual({ id, kept: true });
      expect({ id, events }).toEqual({ id, events: version });
      // Notes are nothing the other service listens to: it knows the incident as it was opened.
      expect({ id, projected }).toEqual({ id, projected: 1 });
    }
    const candidates = problems.filter(({ pk, sk }) => pk.startsWith("PRC") && sk === "RECORD");
    expect(candidates).toHaveLength(1);
    await cloud.stop();
  });
});
