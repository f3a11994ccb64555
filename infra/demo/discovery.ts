import type { Ask } from "./ask.ts";

const manager = "cal.config";

/** What the data centre's own list says: one machine that is known already, some that are not. */
const list = [
  "class,key,name,manufacturer,model,serialNumber,operatingSystem,location",
  "Host,r7u10,rack7-u10,Contoso,R2,R2-771,Linux 9,Oslo data centre",
  "Host,r8u02,rack8-u02,Contoso,R2,R2-801,Linux 9,Oslo data centre",
  "Host,r8u04,rack8-u04,Contoso,R2,R2-802,Linux 6,Oslo data centre",
  "VM,vm-mail,vm-mail-1,,,,Linux 9,",
].join("\n");
const relations = ["from,relation,to", "vm-mail,runs-on,r8u02"].join("\n");

/** The demo company's sources of CIs, what it asks of them, and the owners who are asked whether they are right. */
export const seedDiscovery = async (ask: Ask): Promise<void> => {
  await ask(manager, "POST", "/api/ci-sources", {
    id: "src.data-centre",
    name: "Data centre list",
    description: "A spreadsheet that facility management keeps",
    format: "csv",
    mapping: { classes: { Host: "server", VM: "virtual_machine" } },
    staleAfterDays: 30,
  });
  const { id } = await ask(manager, "POST", "/api/ci-imports", {
    sourceId: "src.data-centre",
    title: "List of this month",
  });
  for (const [at, content] of [list, relations].entries())
    await ask(manager, "POST", `/api/ci-imports/${id}/rows`, { chunk: at + 1, content });
  await ask(manager, "POST", `/api/ci-imports/${id}/start`, {});
  const due = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString();
  await ask(manager, "POST", "/api/attestation-campaigns", {
    name: "Business services, once a year",
    classId: "business_service",
    dueAt: due,
  });
};
