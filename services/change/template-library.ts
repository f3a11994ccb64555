import * as z from "zod";
import type { TaskPlan } from "./task.ts";
import type { TemplateFields } from "./template.ts";

const minutes = (
  title: string,
  offsetMinutes: number,
  durationMinutes: number,
  kind: TaskPlan["kind"] = "implementation",
) => ({
  title,
  kind,
  offsetMinutes,
  durationMinutes,
});

const plans = (implementation: string, test: string, backout: string, communication: string) => ({
  implementation,
  test,
  backout,
  communication,
});

/** Keys of the library, by which templates are taken from it. */
export const LibraryKey = z.enum([
  "software-rollout",
  "monthly-patching",
  "access-change",
  "hardware-retrieval",
  "server-reboot",
  "certificate-renewal",
]);
type LibraryKey = z.infer<typeof LibraryKey>;

/**
 * Standard changes that most companies make, as the product proposes them. Nothing is made from these: a company
 * takes one as a draft, makes it its own, and its change manager approves it.
 */
export const templateLibrary: Readonly<Record<LibraryKey, z.input<typeof TemplateFields>>> = {
  "software-rollout": {
    name: "Software rollout",
    description: "A packaged application that has been rolled out to a pilot group without complaint.",
    fields: {
      title: "Roll out software",
      category: "software",
      impact: 3,
      plans: plans(
        "Widen the package's group in rings: 5 %, 25 %, all; wait an hour after each.",
        "Start the application on one device of each ring.",
        "Take the devices out of the group; the earlier version is installed again.",
        "Tell the users of each ring the day before.",
      ),
    },
    tasks: [minutes("First ring", 0, 60), minutes("Second ring", 60, 60), minutes("Everybody", 120, 60)],
  },
  "monthly-patching": {
    name: "Monthly patching",
    description: "Operating system patches that the test group has had for a week.",
    fields: {
      title: "Patch servers",
      category: "patch",
      impact: 3,
      plans: plans(
        "Take a snapshot, patch, restart, one node of each pair at a time.",
        "Health checks of the node and of its service are green.",
        "Restore the snapshot of the node.",
        "The service desk knows the window.",
      ),
    },
    tasks: [
      minutes("Snapshot", 0, 30, "preparation"),
      minutes("Patch and restart", 30, 90),
      minutes("Check", 120, 30, "test"),
    ],
    suspendAfter: { failed: 2, of: 10 },
  },
  "access-change": {
    name: "Access change",
    description: "A role in an application for somebody whose manager has agreed. Not for administrators.",
    fields: {
      title: "Change access",
      category: "access",
      impact: 3,
      plans: plans(
        "Put the person into the group of the role.",
        "The person signs in and sees what the role shows.",
        "Take the person out of the group.",
        "Tell the person and their manager.",
      ),
    },
    tasks: [minutes("Change the group", 0, 15)],
  },
  "hardware-retrieval": {
    name: "Retrieve hardware after a change of role",
    description: "Somebody changes roles and gives back what the new one does not need.",
    fields: {
      title: "Retrieve hardware from an employee who changes roles",
      category: "hardware",
      impact: 3,
      plans: plans(
        "Agree on a day, collect the devices, wipe them, put them into stock.",
        "Serial numbers are those of the person's assets; the wipe's report is green.",
        "Give the devices back as they were, if the change of role is called off.",
        "Tell the person and both managers what is collected and when.",
      ),
    },
    tasks: [
      minutes("Agree on a day with the person", 0, 30, "communication"),
      minutes("Collect the devices", 60, 60),
      minutes("Wipe and put into stock", 120, 120),
      { title: "Check that no access of the old role is left", kind: "follow_up" },
    ],
  },
  "server-reboot": {
    name: "Server reboot",
    description: "A restart of one node of a redundant pair.",
    fields: {
      title: "Reboot a server",
      category: "server",
      impact: 3,
      plans: plans(
        "Drain the node, restart it, take it back into the pair.",
        "Health checks are green for ten minutes.",
        "Leave the node drained; the other one carries the load.",
        "None: nobody notices one node.",
      ),
    },
    tasks: [
      minutes("Drain", 0, 10),
      minutes("Restart", 10, 10),
      minutes("Take back and watch", 20, 20, "test"),
    ],
  },
  "certificate-renewal": {
    name: "Certificate renewal",
    description: "The same names from the same authority, before the old one expires.",
    fields: {
      title: "Renew a certificate",
      category: "certificate",
      impact: 3,
      plans: plans(
        "Request, install beside the old one, switch over.",
        "A client outside of the network accepts the new chain.",
        "Switch back to the old certificate while it is valid.",
        "The service desk knows the minute of the switch.",
      ),
    },
    tasks: [
      minutes("Install", 0, 20),
      minutes("Switch over", 20, 5),
      minutes("Check from outside", 25, 15, "test"),
    ],
  },
};
