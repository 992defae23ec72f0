// The door of webhooks: proven by a signature over the very bytes, so the body comes to the room as it came in.
import { languageOf, Refusal } from "@somlos/contract";
import { hearFeed } from "@somlos/contract/rooms/feeds";
import { type FeedHouse, hookRoute } from "@somlos/modules/stores";
import type { FastifyInstance } from "fastify";

const MOST_BYTES = 2 * 1024 * 1024;

export function hookDoor(app: FastifyInstance, house: FeedHouse): void {
  const take = hookRoute(house);
  app.route({
    method: "POST",
    url: hearFeed.url,
    bodyLimit: MOST_BYTES,
    config: { who: hearFeed.who, id: hearFeed.id },
    handler: ({ body, headers, params }) => {
      if (!Buffer.isBuffer(body)) throw new Refusal("feeds.not_signed");
      const language = languageOf(headers["accept-language"]);
      return take({ params, headers, bytes: body, language });
    },
  });
}
