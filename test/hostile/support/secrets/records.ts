import type { Name } from "../../../bed/people.ts";
import type { Bed } from "../../../bed/start-bed.ts";
import { canary, done, made, type Secret, secretsOf, staff } from "./secret.ts";

const version = { headers: { "if-match": "*" } };

/** A change that eve asks for, one that nobody of the employees has to do with, and what is kept about changes. */
export const plantChanges = async (bed: Bed): Promise<readonly Secret[]> => {
  const [asked, note, inner, deputy, template] = [canary(), canary(), canary(), canary(), canary()];
  const id = await made(bed, "ann", "/changes", { title: asked, requesterId: "eve" });
  await done(bed.as("ann").post(`/changes/${id}/notes`, { text: note }));
  const other = await made(bed, "ann", "/changes", { title: inner });
  const until = { from: "2099-01-01T00:00:00.000Z", until: "2099-02-01T00:00:00.000Z" };
  const delegation = { toId: "nora", ...until, reason: deputy };
  const deputized = await made(bed, "eve", "/approval-delegations", delegation);
  const written = await made(bed, "ann", "/change-templates", {
    name: template,
    fields: { title: template },
  });
  return [
    ...secretsOf(
      { what: "a change", param: "changeId", id },
      { text: asked, seenBy: ["eve", ...staff] },
      { "a note": { text: note, seenBy: staff } },
    ),
    ...secretsOf(
      { what: "a change of others", param: "changeId", id: other },
      { text: inner, seenBy: staff },
    ),
    ...secretsOf(
      { what: "a delegation", param: "approvalDelegationId", id: deputized },
      { text: deputy, seenBy: ["eve", ...staff] },
    ),
    ...secretsOf(
      { what: "a template", param: "changeTemplateId", id: written },
      { text: template, seenBy: staff },
    ),
  ];
};

/** A restricted CI with a twin of the same name, tied to an open one, and an open one that only staff reads. */
export const plantCis = async (bed: Bed): Promise<readonly Secret[]> => {
  const [name, twin, place, open] = [canary(), canary(), canary(), canary()];
  const among = { classId: "server", restricted: true, ownerId: "asta", teamId: "network" };
  const hidden = await made(bed, "cora", "/cis", { ...among, name, description: place });
  const [first, second] = [
    await made(bed, "cora", "/cis", { ...among, name: twin }),
    await made(bed, "cora", "/cis", { classId: "server", name: "Not yet", ownerId: "asta" }),
  ];
  await done(
    bed.as("cora").patch(`/cis/${second}`, { name: twin, restricted: true, teamId: "network" }, version),
  );
  const seen = await made(bed, "cora", "/cis", { classId: "server", name: open });
  await done(bed.as("cora").post("/ci-relations", { fromId: seen, toId: hidden, typeId: "depends-on" }));
  await made(bed, "cora", "/ci-baselines", { name: "All of it", ciIds: [seen, hidden] });
  await made(bed, "ann", "/incidents", { title: "It is down", ciIds: [hidden, seen] });
  await done(bed.as("cora").post("/cmdb-health/measure", {}));
  const param = "ciId";
  const few: readonly Name[] = ["cora", "asta", "nora"];
  return [
    ...secretsOf(
      { what: "a restricted CI", param, id: hidden },
      { text: name, seenBy: few },
      { description: { text: place, seenBy: few } },
    ),
    ...secretsOf({ what: "one of two restricted CIs", param, id: first }, { text: twin, seenBy: few }),
    ...secretsOf({ what: "a CI", param, id: seen }, { text: open, seenBy: staff }),
  ];
};

const article = (text: string, more: object = {}) => ({ title: text, summary: text, body: text, ...more });

const publish = async (bed: Bed, who: Name, id: string): Promise<void> => {
  await done(bed.as(who).post(`/articles/${id}/submit`));
  await done(bed.as("kim").post(`/articles/${id}/publish`));
};

/** A draft, articles for staff and for a team, what a reader said, and a newer version than is published. */
export const plantArticles = async (bed: Bed): Promise<readonly Secret[]> => {
  const [draft, agents, team, rated, newer] = [canary(), canary(), canary(), canary(), canary()];
  const drafted = await made(bed, "nora", "/articles", article(draft));
  const forAgents = await made(bed, "ann", "/articles", article(agents, { audience: "agents" }));
  await publish(bed, "ann", forAgents);
  const of = { audience: "teams", teamIds: ["network"] };
  const forTeam = await made(bed, "nora", "/articles", article(team, of));
  await publish(bed, "nora", forTeam);
  const read = await made(bed, "ann", "/articles", article("How to be calm", { audience: "everyone" }));
  await publish(bed, "ann", read);
  await done(bed.as("eve").post(`/articles/${read}/rate`, { helpful: false, comment: rated }));
  await done(bed.as("ann").put(`/articles/${read}`, article(newer, { audience: "everyone" }), version));
  const param = "articleId";
  return [
    ...secretsOf({ what: "a draft", param, id: drafted }, { text: draft, seenBy: ["nora", "kim"] }),
    ...secretsOf({ what: "an article for agents", param, id: forAgents }, { text: agents, seenBy: staff }),
    ...secretsOf(
      { what: "an article for a team", param, id: forTeam },
      { text: team, seenBy: ["nora", "kim"] },
    ),
    { what: "what a reader said", param, id: read, text: rated, seenBy: ["eve", ...staff], isWhole: false },
    { what: "a newer version", param, id: read, text: newer, seenBy: ["ann", "kim"], isWhole: false },
  ];
};

/** A problem with a note, and its known error as it is written and as a team was told. */
export const plantProblems = async (bed: Bed): Promise<readonly Secret[]> => {
  const [words, note, cause] = [canary(), canary(), canary()];
  const id = await made(bed, "pia", "/problems", { title: words, description: words });
  await done(bed.as("pia").post(`/problems/${id}/notes`, { text: note }));
  await done(
    bed.as("pia").post(`/problems/${id}/known-error`, { title: "It stops", symptom: "It stops", cause }),
  );
  return secretsOf(
    { what: "a problem", param: "problemId", id },
    { text: words, seenBy: staff },
    {
      "a note": { text: note, seenBy: staff },
      "a known error that is written": { text: cause, seenBy: staff },
    },
  );
};
