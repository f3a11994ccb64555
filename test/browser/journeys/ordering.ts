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
const offer = async (world: World): Promise<string> => {
  const make = (path: string, body: unknown) => askAs(world, "alex.admin", "POST", path, body);
  const { id: categoryId } = await make("/catalog-categories", { name: "Desks and screens" });
  const { id } = await make("/catalog-items", {
    name: "Screen for tests",
    summary: "A second screen",
    categoryId,
    price: { amount: 20_000, currency: "EUR" },
    form,
    approvals: [{ name: "Cost", approvers: [{ kind: "person", id: "noah.brooks" }] }],
  });
  await make(`/catalog-items/${id}/publish`, {});
  return id;
};

/** Ordering, from the catalog to the approval. */
export const orderingJourneys: readonly Journey[] = [
  {
    title: "an employee orders with a form that asks what it needs; the approver reads it and says yes",
    go: async (world) => {
      const id = await offer(world);
      const { page, complaints, open, close } = await visit(world.browser, world.bed.url, "emma.field");
      await open(`/catalog/${id}`);
      expect(await page.getByLabel("Why so large?").count()).toBe(0);
      await page.getByRole("button", { name: /Size/ }).click();
      await page.getByRole("option", { name: /32 inches/ }).click();
      await page.getByRole("button", { name: "Order", exact: true }).click();
      await page.getByText("Please answer this").waitFor();
      await page.getByLabel("Why so large?").fill("Two sheets side by side");
      await page.getByText("€290.00").waitFor();
      await page.getByRole("button", { name: "Order", exact: true }).click();
      await page.getByText("Waits for Noah Brooks").waitFor();
      expect(complaints).toEqual([]);
      await close();

      const approver = await visit(world.browser, world.bed.url, "noah.brooks");
      await approver.open("/my/approvals");
      await approver.page.getByText("Two sheets side by side").waitFor();
      await approver.page.getByRole("button", { name: "Approve" }).first().click();
      await approver.page.getByText(/is approved by you/).waitFor();
      expect(approver.complaints).toEqual([]);
      await approver.close();
    },
  },
];
