import { attestationPartition } from "../../../../services/configuration/attest/table.ts";
import { answerAttestation, planCampaign } from "../../../../services/configuration/decisions/attestation.ts";
import { runAttestations } from "../../../../services/configuration/schedules/run-attestations.ts";
import { type Workbench, workbench } from "./workbench.ts";

const day = 24 * 3600_000;
const start = Date.parse("2026-03-01T10:00:00.000Z");
const at = (days: number) => new Date(start + days * day).toISOString();

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
      .attestations.update(first?.id ?? "", undefined, (each) => answerAttestation(each, "confirm", "nora"));
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
          answerAttestation(each, "dispute", "nora", "Moved"),
        );
    bench.moveTo(at(1));
    await run();
    expect(await bench.context().campaigns.get(id)).toMatchObject({
      state: "closed",
      outcome: { disputed: 3 },
    });
  });
});
