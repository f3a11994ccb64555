/** `tsx test/simulation/break.ts`: plays every broken variant of the product until a seed tells. */
import { services } from "../../services/index.ts";
import { openTestLab } from "./open-test-lab.ts";
import { drawPlan } from "./plan.ts";
import { runPlan } from "./run-plan.ts";
import { bundleVariant, type Variant, variants } from "./variants.ts";

/** A mistake that so many seeds do not show would not be found in time. */
const mostSeeds = 50;

const find = async (variant: Variant): Promise<string | undefined> => {
  const lab = await openTestLab(await bundleVariant(variant, services));
  try {
    for (let seed = 1; seed <= mostSeeds; seed++) {
      const { broken } = await runPlan(lab, drawPlan(seed));
      const [first] = broken;
      if (first !== undefined) return `seed ${seed}: ${first.invariant} (${first.why.slice(0, 200)})`;
    }
    return undefined;
  } finally {
    await lab.close();
  }
};

const asked = process.argv[2];
let missed = 0;
for (const variant of variants.filter(({ name }) => asked === undefined || name.includes(asked))) {
  const found = await find(variant);
  if (found === undefined) missed++;
  console.log(
    `${found === undefined ? "MISSED" : "found"} ${variant.name}: ${found ?? `${mostSeeds} seeds`}`,
  );
}
process.exit(missed === 0 ? 0 : 1);
