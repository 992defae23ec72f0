// Running the house: figures for monitoring, what is kept for how long, what needs a hand.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

export const metrics = endpoint({
  id: "operate.metrics",
  method: "GET",
  url: "/metrics",
  who: { may: "operate.read" },
  owns: "installation",
  summary:
    "Figures as Prometheus text, of this process and of the shared database. The admin token, a session with operate.read, or SOMLOS_METRICS_TOKEN as bearer, which opens nothing else. Being called from this machine opens nothing: behind a proxy everybody is.",
  answer: z.string(),
});
