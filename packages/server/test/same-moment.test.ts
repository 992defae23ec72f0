import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lookUp } from "./asking.ts";
import { type Server, startServer } from "./harness.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.free());

/** Three message ids in the order that the server gives to events of the same moment. */
function threeInOrder(): readonly string[] {
  const place = (id: string) =>
    createHmac("sha256", server.secret).update(`message 2\0id ${id}`).digest("hex").slice(0, 32);
  return ["one", "two", "three"].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

it("what somebody tells in the very moment of signing out stays theirs, though the next one tells the same thing in that moment", async () => {
  const [before, goodbye, after] = threeInOrder();
  const device = { anonymousId: "shared-tablet" };
  const moment = { timestamp: "2025-06-01T12:00:00.000Z" };
  const { body } = await server.send(
    [
      {
        type: "identify",
        userId: "anna",
        ...device,
        timestamp: "2025-06-01T11:00:00.000Z",
        traits: { email: "anna@moment.example.se" },
      },
      { type: "identify", messageId: before, ...device, ...moment, traits: { city: "Lund" } },
      { type: "track", event: "Signed Out", messageId: goodbye, ...device, ...moment },
      { type: "identify", messageId: after, ...device, ...moment, traits: { city: "Umeå" } },
    ],
    "server",
  );
  expect(body.accepted).toBe(4);
  expect((await lookUp(server, "login", "anna"))?.facts).toMatchObject({ city: { value: "Lund" } });
  expect((await lookUp(server, "visitor", "shared-tablet"))?.facts).toMatchObject({
    city: { value: "Umeå" },
  });
});
