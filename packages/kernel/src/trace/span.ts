// Traces for OpenTelemetry. Nothing is loaded and nothing is made while OTEL_EXPORTER_OTLP_ENDPOINT is not set. Attributes
// are numbers, ids of ours and route templates: never a person's data.

export type Attributes = Readonly<Record<string, string | number | boolean>>;
/** What `open.ts` puts in when somebody listens. */
export type Tracer = {
  run<T>(name: string, attributes: Attributes, root: boolean, act: () => Promise<T>): Promise<T>;
  /** A step that waits for nothing: what it sends is answered with the step behind it. */
  step<T>(name: string, attributes: Attributes, act: () => T): T;
  /** A span that is over: how long it took, ending now. */
  past(name: string, attributes: Attributes, seconds: number, failed: boolean): void;
};

let tracer: Tracer | undefined;
export function traceWith(chosen: Tracer | undefined): void {
  tracer = chosen;
}

/** One step, as part of the one around it. */
export const span = <T>(name: string, attributes: Attributes, act: () => Promise<T>): Promise<T> =>
  tracer === undefined ? act() : tracer.run(name, attributes, false, act);

export const step = <T>(name: string, attributes: Attributes, act: () => T): T =>
  tracer === undefined ? act() : tracer.step(name, attributes, act);

/** One step that stands alone: what a commit does is of many requests, not of the one that woke it. */
export const rootSpan = <T>(name: string, attributes: Attributes, act: () => Promise<T>): Promise<T> =>
  tracer === undefined ? act() : tracer.run(name, attributes, true, act);

export function pastSpan(name: string, attributes: Attributes, seconds: number, failed: boolean): void {
  tracer?.past(name, attributes, seconds, failed);
}
