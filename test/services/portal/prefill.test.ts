import { withoutPrefill } from "../../../services/portal/src/pages/catalog/prefill.ts";
import type { FormDefinition } from "../../../shared/forms/form.ts";
import { withDefaults } from "../../../shared/forms/with-defaults.ts";

const form: FormDefinition = {
  sections: [
    {
      key: "who",
      title: "Who",
      fields: [
        { key: "id", label: "Id", type: "text", prefill: "person.id" },
        { key: "name", label: "Name", type: "text", prefill: "person.name" },
        { key: "size", label: "Size", type: "text", default: "small" },
        {
          key: "badge",
          label: "Name on the badge",
          type: "text",
          prefill: "person.name",
          when: { field: "size", is: ["large"] },
        },
      ],
    },
  ],
};
const emma = { id: "emma", name: "Emma Field" };
const noah = { id: "noah", name: "Noah Brooks" };

describe("a form that begins with what is known of a person", () => {
  const begun = withDefaults(form, { size: "large" }, emma);

  it("says it of the person it is for once that is another one", () => {
    expect(begun).toMatchObject({ id: "emma", name: "Emma Field", badge: "Emma Field" });
    expect(withDefaults(form, withoutPrefill(form, begun, emma), noah)).toEqual({
      size: "large",
      id: "noah",
      name: "Noah Brooks",
      badge: "Noah Brooks",
    });
  });

  it("keeps what was typed instead", () => {
    const typed = { ...begun, name: "Em" };
    expect(withDefaults(form, withoutPrefill(form, typed, emma), noah)).toMatchObject({
      name: "Em",
      id: "noah",
    });
  });

  it("says nothing of somebody of whom it is not known", () => {
    expect(withDefaults(form, withoutPrefill(form, begun, emma), { id: "noah" })).toEqual({
      size: "large",
      id: "noah",
    });
  });
});
