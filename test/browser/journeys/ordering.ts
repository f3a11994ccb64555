import { visit } from "../visit.ts";
import { askAs } from "./ask-as.ts";
import type { Journey, World } from "./journey.ts";

const form = {
  sections: [
    {
      key: "what",
      title: "Which one?",
      fields: [
        {
          key: "size",
          label: "Size",
          type: "choice",
          default: "small",
          choices: [
            { value: "small", label: "24 inches" },
            { value: "large", label: "32 inches", price: 9000 },
          ],
        },
        {
          key: "why",
          label: "Why so large?",
          type: "long_text",
          when: { field: "size", is: ["large"] },
          required: true,
        },
      ],
    },
  ],
};

/** Something to order that needs a colleague's yes; the demo company may have other things, too. */
const offer = async (world: World, name = "Screen for tests"): Promise<string> => {
  const make = (path: string, body: unknown) => askAs(world, "alex.admin", "POST", path, body);
  const { id: categoryId } = await make("/catalog-categories", { name: "Desks and screens" });
  const { id } = await make("/catalog-items", {
    name,
    summary: "A second screen",
    categoryId,
    price: { amount: 20_000, currency: "EUR" },
    form,
    approvals: [
      { name: "Manager", approvers: [{ kind: "person", id: "noah.brooks" }] },
      { name: "Cost", approvers: [{ kind: "role", id: "asset-manager" }] },
    ],
    teamId: "network",
    fulfilment: [
      { kind: "manual", key: "bring", title: "Bring the screen" },
      { kind: "manual", key: "plug", title: "Plug the screen in", after: ["bring"] },
    ],
  });
  await make(`/catalog-items/${id}/publish`, {});
  return id;
};

const why = "Two sheets side by side";

/** Reads what waits, by name or by role, and says yes. */
const decide = async (world: World, person: string): Promise<void> => {
  const { page, complaints, open, close } = await visit(world.browser, world.bed.url, person);
  await open("/my/approvals");
  await page.getByText(why).waitFor();
  const card = page.getByRole("region").filter({ hasText: why });
  await card.getByRole("button", { name: "Approve" }).click();
  await page.getByText(/is approved by you/).waitFor();
  expect(complaints).toEqual([]);
  await close();
};

/** Takes a task that nobody has, does it and what comes after it, from the list of the team's work. */
const fulfil = async (world: World): Promise<void> => {
  const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "nia.network");
  await open("/order-work/unassigned");
  await page.getByRole("button", { name: "Take it: Bring the screen" }).click();
  await page.getByText("Bring the screen: Take it").waitFor();
  await open("/order-work/mine");
  await page.getByRole("button", { name: "Start: Bring the screen" }).click();
  await page.getByRole("button", { name: "Complete: Bring the screen" }).click();
  await page.getByRole("dialog").getByLabel("What came of it").fill("It stands on the desk");
  await page.getByRole("dialog").getByRole("button", { name: "Complete" }).click();
  await page.getByText("Bring the screen: Complete").waitFor();
  await open("/order-work/unassigned");
  await page.getByRole("link", { name: "Plug the screen in" }).click();
  await page.getByText("It stands on the desk").waitFor();
  await page.getByRole("button", { name: "Take it: Plug the screen in" }).click();
  await page.getByRole("button", { name: "Start: Plug the screen in" }).click();
  await page.getByRole("button", { name: "Complete: Plug the screen in" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Complete" }).click();
  await page.getByText("Plug the screen in: Complete").waitFor();
  await page.getByRole("heading", { name: "Screen for tests" }).first().waitFor();
  await page.getByText("Complete", { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
  await close();
};

/** Ordering, from the catalog to the desk. */
export const orderingJourneys: readonly Journey[] = [
  {
    title:
      "an employee orders with a form that asks what it needs; an approver and a role say yes; the team that has it does the work",
    go: async (world) => {
      const id = await offer(world);
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "emma.field");
      await open(`/catalog/${id}`);
      expect(await page.getByLabel("Why so large?").count()).toBe(0);
      await page.getByRole("button", { name: /Size/ }).click();
      await page.getByRole("option", { name: /32 inches/ }).click();
      await page.getByRole("button", { name: "Order", exact: true }).click();
      await page.getByText("Please answer this").waitFor();
      await page.getByLabel("Why so large?").fill(why);
      await page.getByText("€290.00").waitFor();
      await page.getByRole("button", { name: "Order", exact: true }).click();
      await page.getByText("Waits for Noah Brooks").waitFor();
      expect(complaints).toEqual([]);
      await close();

      await decide(world, "noah.brooks");
      await decide(world, "amy.asset");
      await fulfil(world);
    },
  },
  {
    title: "what was begun on one device waits in the cart on another one, and all of it is ordered together",
    go: async (world) => {
      const id = await offer(world, "Screen to begin");
      const other = await offer(world, "Screen besides");
      const here = await visit(world.browser, world.bed.url, "noah.brooks");
      await here.open(`/catalog/${id}`);
      await here.page.getByLabel("Anything else we should know?").fill("By the window");
      await here.page.getByText("you find it in your cart, on every device").waitFor();
      await here.close();

      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "noah.brooks");
      await open("/my/cart");
      await page.getByRole("link", { name: "Edit Screen to begin" }).click();
      await page.getByText("you find it in your cart, on every device").waitFor();
      expect(await page.getByLabel("Anything else we should know?").inputValue()).toBe("By the window");
      await open(`/catalog/${other}`);
      await page.getByRole("button", { name: "Put into the cart" }).click();
      await page.getByRole("button", { name: "Order all 2" }).click();
      await page.getByRole("heading", { level: 1, name: "Screen to begin, Screen besides" }).waitFor();
      await page.getByText("By the window", { exact: true }).waitFor();
      await open("/my/cart");
      await page.getByText("Your cart is empty").waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  },
];
