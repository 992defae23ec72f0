// The shops whose webhooks are understood: one line each.
import type { FeedKind } from "@somlos/contract/rooms/feeds";
import type { HookKind } from "./hook.ts";
import { medusa } from "./medusa/medusa.hook.ts";
import { shopify } from "./shopify/shopify.hook.ts";
import { vendure } from "./vendure/vendure.hook.ts";

export type { HookKind, HookTerms, Level, NamedItem, Told } from "./hook.ts";
export const hookKinds: Readonly<Record<Exclude<FeedKind, "file">, HookKind>> = { shopify, medusa, vendure };
