import { viewCi } from "../../../../services/configuration/access.ts";
import { attestationPartition } from "../../../../services/configuration/attest/table.ts";
import type { Attestation } from "../../../../services/configuration/attestation.ts";
import { answerAttestation, planCampaign } from "../../../../services/configuration/decisions/attestation.ts";
import { editCi } from "../../../../services/configuration/decisions/ci.ts";
import { runAttestations } from "../../../../services/configuration/schedules/run-attestations.ts";
import type { Actor } from "../../../../shared/access/actor.ts";
import { Refusal } from "../../../../shared/domain/refusal.ts";
import { chainOf } from "../given.ts";
import { type Workbench, workbench } from "./workbench.ts";

const day = 24 * 3600_000;
const start = Date.parse("2026-03-01T10:00:00.000Z");
const at = (days: number) => new Date(start + days * day).toISOString();

const person = (id: string, { teams = [], may = [] }: { teams?: string[]; may?: string[] } = {}): Actor => ({
  id,
  roles: ["employee"],
  teams,
  permissions: new Set(["configuration:read", "configuration:attest", ...may]),
});
const nora = person("nora");

describe("a campaign", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(at(0));
    await bench.source("src.hr", { format: "csv" });
    await bench.bring("src.hr", [
      "class,key,name,ownerId,teamId\napplication,a,shop,nora,\napplication,b,crm,,desk\napplication,c,erp,nora,",
    ]);
  });
  afterEach(() => bench.stop());

  const run = () => runAttestations.handle({ deadline: Number.POSITIVE_INFINITY }, bench.context());
  const plan = (days: number, remindDays: number[] = []) =>
    bench
      .context()
      .campaigns.create((id) =>
        planCampaign(id, { name: "Spring", classId: "application", dueAt: at(days), remindDays }, at(0)),
      );
  const asked = async (partition: string) =>
    bench.context().attestations.few({ index: "attestations", partition, edges: true }, 20);

  test("asks owners and teams about each CI once, also where it is cut off and run again", async () => {
    await plan(30);
    await runAttestations.handle({ deadline: Number.NEGATIVE_INFINITY }, bench.context());
    await run();
    await run();
    expect(await asked(attestationPartition.person("nora"))).toHaveLength(2);
    expect(await asked(attestationPartition.team("desk"))).toHaveLength(1);
  });

  test("reminds those who have not answered, and lapses when it is due", async () => {
    const { id } = await plan(30, [7, 1]);
    await run();
    const [first] = await asked(attestationPartition.person("nora"));
    await bench
      .context()
      .attestations.update(first?.id ?? "", undefined, (each) => answerAttestation(each, "confirm", nora));
    const reminders = async () =>
      (await asked(attestationPartition.of(id, "asked"))).map((each) => each.reminders);
    bench.moveTo(at(22));
    await run();
    expect(await reminders()).toEqual([0, 0]);
    for (const days of [23.5, 23.6, 29.5]) {
      bench.moveTo(at(days));
      await run();
    }
    expect(await reminders()).toEqual([2, 2]);
    bench.moveTo(at(31));
    await run();
    expect(await bench.context().campaigns.get(id)).toMatchObject({
      state: "closed",
      outcome: { asked: 0, confirmed: 1, disputed: 0, lapsed: 2 },
    });
  });

  test("is over early when everybody has answered", async () => {
    const { id } = await plan(30);
    await run();
    for (const { id: question } of await asked(attestationPartition.of(id, "asked")))
      await bench
        .context()
        .attestations.update(question, undefined, (each) =>
          answerAttestation(each, "dispute", person("boss", { may: ["configuration:administer"] }), "Moved"),
        );
    bench.moveTo(at(1));
    await run();
    expect(await bench.context().campaigns.get(id)).toMatchObject({
      state: "closed",
      outcome: { disputed: 3 },
    });
  });

  test("asks about the CIs of the classes below, too", async () => {
    await bench.bring("src.hr", ["class,key,name,ownerId\nweb_server,w,apache,nora"]);
    const { id } = await bench
      .context()
      .campaigns.create((newId) =>
        planCampaign(newId, { name: "All", classId: "software", dueAt: at(30), remindDays: [] }, at(0)),
      );
    await run();
    expect(await asked(attestationPartition.of(id, "asked"))).toHaveLength(1);
  });

  test("asks who answers for a CI by the time that others are reminded", async () => {
    await plan(30, [7]);
    await run();
    const [first] = await asked(attestationPartition.person("nora"));
    const { allCis } = bench.context();
    await allCis.update(first?.ciId ?? "", undefined, (ci) =>
      editCi(ci, { ownerId: "olga" }, chainOf("application")),
    );
    bench.moveTo(at(24));
    await run();
    expect((await asked(attestationPartition.person("olga"))).map(({ id }) => id)).toEqual([first?.id]);
    expect((await asked(attestationPartition.person("nora"))).map(({ reminders }) => reminders)).toEqual([1]);
  });

  describe("is answered", () => {
    const question = async (partition: string) => {
      await plan(30);
      await run();
      const [first] = await asked(partition);
      if (first === undefined) throw new Error("Nobody was asked");
      return first;
    };
    const answered = (of: Attestation, actor: Actor) => answerAttestation(of, "confirm", actor)[0]?.changes;

    test("by who is asked, as what they are", async () => {
      const own = await question(attestationPartition.person("nora"));
      expect(answered(own, nora)).toMatchObject({ answeredBy: "nora", answeredAs: "owner" });
      const ofTeam = await question(attestationPartition.team("desk"));
      expect(answered(ofTeam, person("abe", { teams: ["desk"] }))).toMatchObject({ answeredAs: "team" });
    });

    test("by nobody else, but for who runs campaigns, which is told of the answer", async () => {
      const own = await question(attestationPartition.person("nora"));
      expect(() => answered(own, person("eve", { teams: ["network"] }))).toThrow(Refusal);
      const boss = person("boss", { may: ["configuration:administer"] });
      expect(answered(own, boss)).toMatchObject({ answeredBy: "boss", answeredAs: "administrator" });
    });

    test("by an employee who reads what they are asked about, and nothing of what others answer for", async () => {
      const { ciId } = await question(attestationPartition.person("nora"));
      const ci = await bench.context().allCis.get(ciId);
      expect(viewCi(nora, { ...ci, restricted: true })).toMatchObject({ name: ci.name, actions: [] });
      expect(viewCi(person("eve"), ci)).toBeUndefined();
      const ofTeam = { ...ci, ownerId: undefined, teamId: "desk" };
      expect(viewCi(person("eve", { teams: ["desk"] }), ofTeam)).toMatchObject({ attributes: {} });
    });
  });
});
