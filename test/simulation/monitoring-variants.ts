import type { Variant } from "./variants.ts";

/** Mistakes that a service that watches monitoring tools can have. */
export const monitoringVariants: readonly Variant[] = [
  {
    name: "a maintenance window that nobody looks at when something fires",
    breaks: "what monitoring promises holds",
    edits: [
      {
        module: "services/monitoring/circumstances.ts",
        right: "window: mutingWindow(windows, about, now()),",
        wrong: "window: undefined,",
      },
    ],
  },
  {
    name: "a repeated report that is not counted",
    breaks: "what monitoring promises holds",
    edits: [
      {
        module: "services/monitoring/intake.ts",
        right: "  const { count: counted } = await context.tallies.add(key, signal.occurredAt, alert);",
        wrong: "  const counted = 1;\n  if (key) return;",
      },
    ],
  },
  {
    name: "a storm that no schedule ends",
    breaks: "what monitoring promises holds",
    edits: [
      {
        module: "services/monitoring/decisions/storm.ts",
        right: '  if (storm.state !== "active") return [];',
        wrong: "  if (storm.state) return [];",
      },
    ],
  },
];
