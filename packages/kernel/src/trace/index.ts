// Traces and figures for OpenTelemetry; loaded only when somebody listens.
export { type Attributes, pastSpan, rootSpan, span, step } from "./span.ts";

export type OpenTracing = { flush(): Promise<void>; close(): Promise<void> };

/** Sends to an OTLP endpoint from now on. The libraries are loaded here, so nobody else pays for them. */
export async function openTracing(settings: {
  readonly url: string;
  readonly role: string;
}): Promise<OpenTracing> {
  const { sendTo } = await import("./open.ts");
  return sendTo(settings);
}
