/** A process of its own that plays plans: `crew.ts` starts it and talks to it. */
import { type Lab, openLab } from "../lab.ts";
import { type Outcome, runPlan } from "../run-plan.ts";
import { variants } from "../variants.ts";
import type { Asked } from "./crew.ts";

const labs = new Map<string, Promise<Lab>>();

const open = async (name: string): Promise<Lab> => {
  if (name === "") return openLab();
  const variant = variants.find((each) => each.name === name);
  if (variant === undefined) throw new Error(`No variant is called ${name}`);
  return (await labOf("")).breaking(variant);
};
const labOf = (name: string): Promise<Lab> => {
  const lab = labs.get(name) ?? open(name);
  labs.set(name, lab);
  return lab;
};

const play = async ({
  plan,
  variant = "",
  wantsAll = false,
  isCompared = false,
}: Asked): Promise<Outcome> => {
  const outcome = await runPlan(await labOf(variant), plan, isCompared);
  return wantsAll ? outcome : { ...outcome, trace: [], output: [], calls: [] };
};

process.on("message", (asked: Asked) => {
  play(asked).then(
    (outcome) => process.send?.({ outcome }),
    (error: Error) => process.send?.({ error: String(error.stack) }),
  );
});
