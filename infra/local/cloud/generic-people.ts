/** Two people for templates that bring none: one in every group a test may need, one in none. */
export const genericPeople = {
  people: [
    { id: "ada", name: "Ada Admin", email: "ada@example.com", groups: ["admins"] },
    { id: "eve", name: "Eve Employee", email: "eve@example.com", groups: [] },
  ],
  clients: [],
};
