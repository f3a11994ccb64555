import type { Ci } from "../../../../services/configuration/ci.ts";
import { healthId } from "../../../../services/configuration/cmdb-health.ts";
import { findingsOf } from "../../../../services/configuration/decisions/findings.ts";
import { likelyDuplicates } from "../../../../services/configuration/decisions/likely-duplicates.ts";
import { findingPartition } from "../../../../services/configuration/quality/settle-findings.ts";
import { measureHealth } from "../../../../services/configuration/schedules/measure-health.ts";
import { type Workbench, workbench } from "./workbench.ts";

const now = "2026-03-01T10:00:00.000Z";
const ci = (more: Partial<Ci> = {}): Ci =>
  ({
    id: "CI0000001",
    name: "web",
    classId: "server",
    classPath: ["ci", "server"],
    state: "live",
    ownerId: "nora",
    attributes: { model: "R1" },
    identities: [],
    ...more,
  }) as Ci;
const attribute = (name: string, presence: "required" | "recommended") =>
  ({ name, presence, kind: "text" }) as const;
const usual = { attributes: [], isTied: true, isDuplicate: false, rules: [], now };

describe("what is wrong with a CI", () => {
  test("nothing, where all is known and somebody answers for it", () => {
    expect(findingsOf(ci(), { ...usual, attributes: [attribute("model", "required")] })).toEqual([]);
  });

  test("required and recommended attributes that are missing are different findings", () => {
    const attributes = [attribute("serialNumber", "required"), attribute("vendor", "recommended")];
    expect(findingsOf(ci(), { ...usual, attributes })).toEqual(["required", "recommended"]);
  });

  test("tied to nothing, owned by nobody, and perhaps twice", () => {
    const found = findingsOf(ci({ ownerId: undefined }), { ...usual, isTied: false, isDuplicate: true });
    expect(found).toEqual(["unowned", "orphan", "duplicate"]);
  });

  test("stale is what all of its sources are silent about", () => {
    const silent = { sourceId: "src.a", key: "1", staleSince: now };
    const speaking = { sourceId: "src.b", key: "1" };
    expect(findingsOf(ci({ sources: [silent] }), usual)).toEqual(["stale"]);
    expect(findingsOf(ci({ sources: [silent, speaking] }), usual)).toEqual([]);
    expect(findingsOf(ci({ sources: [silent, { ...speaking, isGone: true }] }), usual)).toEqual(["stale"]);
  });

  test("a rule of the house counts for its classes and environment only", () => {
    const rule = {
      id: "supported",
      name: "Supported",
      classId: "server",
      environment: "production",
      attribute: "operatingSystem",
      must: { kind: "oneOf" as const, values: ["Linux 9"] },
    };
    const old = ci({ environment: "Production", attributes: { operatingSystem: "linux 6" } });
    expect(findingsOf(old, { ...usual, rules: [rule] })).toEqual(["rule.supported"]);
    expect(findingsOf({ ...old, environment: "test" }, { ...usual, rules: [rule] })).toEqual([]);
    expect(findingsOf({ ...old, classPath: ["ci", "pc"] } as Ci, { ...usual, rules: [rule] })).toEqual([]);
  });

  test("nothing is wrong with what is retired", () => {
    expect(findingsOf(ci({ state: "retired", ownerId: undefined }), { ...usual, isTied: false })).toEqual([]);
  });
});

describe("CIs of one name", () => {
  const twin = (id: string, more: Partial<Ci> = {}) => ci({ id, ...more } as Partial<Ci>);

  test("are perhaps one, unless something that identifies both says otherwise", () => {
    expect(likelyDuplicates([twin("CI1"), twin("CI2", { name: " WEB " })])).toHaveLength(1);
    const identities = (serial: string) => ({ identities: [`hardware:serialNumber=${serial}`] });
    expect(likelyDuplicates([twin("CI1", identities("1")), twin("CI2", identities("2"))])).toEqual([]);
    const known = (key: string) => ({ sources: [{ sourceId: "src.a", key }] });
    expect(likelyDuplicates([twin("CI1", known("1")), twin("CI2", known("2"))])).toEqual([]);
  });
});

describe("the sweep", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(now);
    await bench.source("src.hr", { format: "csv" });
    await bench.source("src.scan", { format: "csv" });
  });
  afterEach(() => bench.stop());

  const sweep = () => measureHealth.handle({ deadline: Number.POSITIVE_INFINITY }, bench.context());
  const behind = async (name: string) => {
    const found = await bench
      .context()
      .allCis.few({ index: "findings", partition: findingPartition(name), edges: true }, 50);
    return found.map((each) => each.name);
  };

  test("counts what it finds, with the list behind every figure, and takes back what is no more", async () => {
    await bench.bring("src.hr", [
      "class,key,name,ownerId\napplication,a,shop,\napplication,b,crm,nora",
      "from,relation,to\na,depends-on,b",
    ]);
    await bench.bring("src.scan", ["class,key,name\napplication,1,shop\napplication,2,lonely"]);
    await sweep();
    const health = () => bench.context().healthRecord.get(healthId);
    const { total, classes } = await health();
    expect(total.cis).toBe(4);
    expect(classes.application?.cis).toBe(4);
    expect(total.findings).toMatchObject({ unowned: 3, orphan: 2, duplicate: 2 });
    expect((await behind("unowned")).toSorted()).toEqual(["lonely", "shop", "shop"]);
    expect((await behind("orphan")).toSorted()).toEqual(["lonely", "shop"]);
    await bench.bring("src.scan", ["class,key,name,ownerId\napplication,2,lonely,nora"]);
    bench.moveTo("2026-03-02T11:00:00.000Z");
    await sweep();
    expect((await behind("unowned")).toSorted()).toEqual(["shop", "shop"]);
    expect((await health()).total.findings.unowned).toBe(2);
  });

  test("is made once a day", async () => {
    await sweep();
    const { version } = await bench.context().healthRecord.get(healthId);
    bench.moveTo("2026-03-01T12:00:00.000Z");
    await sweep();
    expect((await bench.context().healthRecord.get(healthId)).version).toBe(version);
  });
});
