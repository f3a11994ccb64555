import type { Variant } from "./variants.ts";

/** Mistakes that show only while two versions of the code serve. */
export const deploymentVariants: readonly Variant[] = [
  {
    name: "an event with a new field that must be there",
    breaks: "every event reaches every subscriber",
    isNew: true,
    edits: [
      {
        module: "services/incident/events.ts",
        right: "  restricted: z.boolean(),",
        wrong: "  restricted: z.boolean(),\n  isNewer: z.literal(true),",
      },
      {
        module: "services/incident/decisions/command.ts",
        right: "  title: incident.restricted ?",
        wrong: "  isNewer: true,\n  title: incident.restricted ?",
      },
    ],
  },
];
