// What a schema in force is to whoever reads messages: something to hold them against.
import type { BreakAction, SchemaType, Shape } from "@somlos/contract/rooms/schemas";

export type Schema = {
  readonly sourceId: number;
  readonly type: SchemaType;
  readonly name: string;
  readonly version: number;
  readonly action: BreakAction;
  readonly schema: Shape;
};

/** A schema in force. `judge` says where and how a message breaks it, never with a value; undefined when it fits. */
export type Held = Schema & { judge(message: Readonly<Record<string, unknown>>): string | undefined };

/** An event that broke a schema, and what became of it. */
export type Broken = {
  readonly sourceId: number;
  readonly type: SchemaType;
  readonly name: string;
  readonly version: number;
  readonly outcome: "accepted" | "parked" | "dropped";
};
