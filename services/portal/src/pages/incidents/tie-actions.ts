import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Choice } from "../../parts/form/form-fields.tsx";
import type { Action } from "../../parts/record/action.ts";
import type { Me } from "../../session/me.ts";
import type { Incident } from "./incident.ts";
import { incidentTexts as texts } from "./texts.ts";
import { incidentWorkTexts as workTexts } from "./work-texts.ts";

const { tying, groups } = workTexts;

const kinds: readonly Choice[] = ["problem", "caused_by_change", "fixed_by_change", "related"].map(
  (value) => ({
    value,
    text: texts.linkKinds[value] ?? value,
  }),
);

/** A tie as one choice: what it is and what it leads to. */
const tieText = ({ type, target }: NonNullable<Incident["links"]>[number]): string => `${type} ${target}`;

const presentTies = ({ links = [] }: Incident): readonly FieldSpec[] => [
  {
    name: "tie",
    label: tying.which,
    kind: "choice",
    isRequired: true,
    choices: links.map((link) => ({
      value: tieText(link),
      text: `${texts.linkKinds[link.type] ?? link.type}: ${link.target}`,
    })),
  },
];

const convertTo = (to: "problem" | "change" | "request"): Action<Incident> => ({
  action: `convert_${to}`,
  text: tying.convert[to],
  group: groups.ties,
  route: "POST /incidents/{incidentId}/convert",
  body: () => ({ to }),
});

/** What ties an incident to other records and to people. */
export const tieActions = ({ id: personId }: Me): readonly Action<Incident>[] => [
  {
    action: "link",
    text: tying.link,
    group: groups.ties,
    route: "POST /incidents/{incidentId}/links",
    fields: [
      { name: "type", label: tying.how, kind: "choice", isRequired: true, choices: kinds },
      { name: "target", label: tying.target, kind: "text", hint: tying.targetHint, isRequired: true },
    ],
  },
  {
    action: "unlink",
    text: tying.unlink,
    group: groups.ties,
    route: "POST /incidents/{incidentId}/unlink",
    fields: presentTies,
    body: ({ tie }) => {
      const [type = "", target = ""] = String(tie).split(" ");
      return { type, target };
    },
  },
  {
    action: "merge",
    text: tying.merge,
    lead: tying.mergeLead,
    group: groups.ties,
    route: "POST /incidents/{incidentId}/merge",
    fields: [
      { name: "into", label: tying.into, kind: "text", hint: tying.intoHint, isRequired: true },
      { name: "reason", label: texts.reason, kind: "paragraph" },
    ],
  },
  convertTo("problem"),
  convertTo("change"),
  convertTo("request"),
  {
    action: "follow",
    text: tying.follow,
    group: groups.followers,
    route: "POST /incidents/{incidentId}/watchers",
    body: () => ({ personId }),
  },
  {
    action: "unfollow",
    text: tying.unfollow,
    group: groups.followers,
    route: "POST /incidents/{incidentId}/unwatch",
    body: () => ({ personId }),
  },
  {
    action: "watch",
    text: tying.watch,
    group: groups.followers,
    route: "POST /incidents/{incidentId}/watchers",
    fields: [{ name: "personId", label: texts.person, kind: "person", isRequired: true }],
  },
];
