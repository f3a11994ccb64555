import * as z from "zod";

/** Someone who can sign in to the local cloud. */
export const Person = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  email: z.string().min(1),
  title: z.string().optional(),
  groups: z.array(z.string()).default([]),
});
export type Person = z.infer<typeof Person>;

/** A program that asks for tokens: in its own name if it has a secret, else for people in a browser. */
export const Client = z.object({
  id: z.string().min(1),
  secret: z.string().min(1).optional(),
  groups: z.array(z.string()).default([]),
});
export type Client = z.infer<typeof Client>;

/** Everyone the local issuer knows; the local cloud reads it from a JSON file. */
export const Directory = z.object({ people: z.array(Person), clients: z.array(Client).default([]) });
export type Directory = z.infer<typeof Directory>;
