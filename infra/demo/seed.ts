import { agreements, businessHours, holidays } from "./agreements.ts";
import type { Ask } from "./ask.ts";
import { seedAssets } from "./assets.ts";
import { seedChanges } from "./changes.ts";
import { seedConfiguration } from "./configuration.ts";
import { seedDiscovery } from "./discovery.ts";
import { seedFiles } from "./files.ts";
import { seedKnowledge } from "./knowledge.ts";
import { nameEverybody } from "./names.ts";
import { beginningOfPast, livePast } from "./past.ts";
import { seedProblems } from "./problems.ts";
import { seedRequests } from "./requests.ts";
import { teams } from "./teams.ts";
import { replies, templates } from "./texts.ts";
import type { Time } from "./time.ts";

const incident = (title: string, description: string, more: Readonly<Record<string, unknown>> = {}) => ({
  title,
  description,
  ...more,
});

const reports: readonly (readonly [personId: string, report: Readonly<Record<string, unknown>>])[] = [
  [
    "emma.field",
    incident("Cannot connect to VPN", "Error 809 since this morning, on hotel Wi-Fi.", {
      category: "network",
      impact: 3,
      urgency: 2,
      serviceId: "vpn",
      ciIds: ["vpn-gateway-1"],
    }),
  ],
  [
    "noah.brooks",
    incident("VPN drops every few minutes", "The connection is lost in the middle of posting.", {
      category: "network",
      impact: 3,
      urgency: 2,
      serviceId: "vpn",
      ciIds: ["vpn-gateway-1"],
    }),
  ],
  [
    "ada.service",
    incident("VPN unreachable for branch office", "Twelve people called within ten minutes.", {
      channel: "phone",
      category: "network",
      impact: 1,
      urgency: 1,
      serviceId: "vpn",
      ciIds: ["vpn-gateway-1"],
      teamId: "network",
      callerId: "emma.field",
    }),
  ],
  [
    "noah.brooks",
    incident("Printer prints blank pages", "Third floor, next to the kitchen.", {
      category: "hardware",
      subcategory: "printer",
      location: "Floor 3",
    }),
  ],
  [
    "emma.field",
    incident("Laptop does not charge", "The light stays off with two different power supplies.", {
      category: "hardware",
      subcategory: "laptop",
      urgency: 2,
    }),
  ],
  [
    "noah.brooks",
    incident("Invoice run is slow", "It took four hours instead of one.", {
      category: "software",
      serviceId: "erp",
      ciIds: ["erp-db-1"],
      impact: 2,
      urgency: 2,
    }),
  ],
  [
    "nia.network",
    incident("Packet loss between data centres", "Two percent on the secondary line.", {
      channel: "monitoring",
      category: "network",
      impact: 2,
      urgency: 3,
      ciIds: ["dc-link-2"],
      teamId: "network",
    }),
  ],
];

const agree = async (ask: Ask): Promise<void> => {
  const create = (path: string, body: unknown) => ask("alex.admin", "POST", `/api/${path}`, body);
  const list = await create("holiday-lists", holidays);
  const hours = await create("calendars", businessHours(list.id));
  for (const agreement of agreements(hours.id)) await create("agreements", agreement);
};

const keep = async (ask: Ask): Promise<void> => {
  for (const template of templates) await ask("alex.admin", "POST", "/api/incident-templates", template);
  for (const reply of replies) await ask("alex.admin", "POST", "/api/canned-replies", reply);
};

/** The rule may have proposed it already: that it is proposed twice is refused, and does not matter here. */
const declareMajor = async (ask: Ask, id: string): Promise<void> => {
  await ask("ada.service", "POST", `/api/incidents/${id}/major/propose`, {
    reason: "A whole branch cannot work.",
  }).catch(() => undefined);
  await ask("mia.major", "POST", `/api/incidents/${id}/major/accept`, {});
  await ask("mia.major", "POST", `/api/incidents/${id}/updates`, {
    text: "The branch office cannot reach the company network. The network team renews a certificate.",
  });
};

/**
 * Fills an empty system with a small company: what it has, its last twelve weeks as they went, and this morning,
 * through the same API everybody uses.
 */
export const seed = async (plainly: Ask, time: Time): Promise<void> => {
  const today = time.now();
  await time.moveTo(beginningOfPast(today));
  for (const team of teams) await plainly("alex.admin", "POST", "/api/teams", team);
  await nameEverybody(plainly);
  const ask = await seedConfiguration(plainly);
  await agree(ask);
  const articles = await seedKnowledge(ask);
  // What goes wrong in the past is told in the end; today is filled in all the same.
  const failure = await livePast(ask, time, today, articles).then(
    () => undefined,
    (error: unknown) => error,
  );
  await time.end();
  const ids: string[] = [];
  for (const [person, report] of reports) ids.push((await ask(person, "POST", "/api/incidents", report)).id);
  const [first, drops, branch, printer, laptop, slowRun] = ids;
  await ask("nia.network", "POST", `/api/incidents/${branch}/take`, {});
  await ask("ada.service", "POST", `/api/incidents/${first}/assign`, { teamId: "network" });
  await ask("nia.network", "POST", `/api/incidents/${branch}/notes`, {
    text: "Certificate of gateway 1 looks expired.",
  });
  await seedFiles(plainly, String(first));
  await ask("ben.service", "POST", `/api/incidents/${laptop}/take`, {});
  await ask("ben.service", "POST", `/api/incidents/${laptop}/comments`, {
    text: "Which model is it, please?",
  });
  await ask("ben.service", "POST", `/api/incidents/${laptop}/hold`, { reason: "awaiting_caller" });
  await ask("ada.service", "POST", `/api/incidents/${printer}/resolve`, {
    code: "solved_permanently",
    text: "Toner replaced.",
  });
  await keep(ask);
  await declareMajor(ask, String(branch));
  await seedProblems(ask, [first, drops, branch].map(String), String(slowRun));
  await seedChanges(ask);
  await seedAssets(ask);
  // Names of steps and icons may be names of CIs, too.
  await seedRequests(plainly);
  await seedDiscovery(ask);
  if (failure !== undefined) throw failure;
};
