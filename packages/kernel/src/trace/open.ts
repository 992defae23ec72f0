// The heavy half: loaded only when traces and figures are to be sent (OTLP over HTTP).
import {
  type BatchObservableResult,
  context,
  type Observable,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { machineNow } from "../clock/index.ts";
import { listFigures } from "../meter/index.ts";
import { type Tracer, traceWith } from "./span.ts";

const EVERY_MS = 15_000;

/** The code of an error says enough; its message may quote what somebody sent. */
const codeOf = (error: unknown): string =>
  String((error as { code?: unknown } | null)?.code ?? (error as Error | null)?.name ?? "error");

function makeTracer(provider: NodeTracerProvider): Tracer {
  const made = provider.getTracer("somlos");
  return {
    run: (name, attributes, root, act) =>
      made.startActiveSpan(name, { attributes }, root ? ROOT_CONTEXT : context.active(), async (one) => {
        try {
          return await act();
        } catch (error) {
          one.setStatus({ code: SpanStatusCode.ERROR, message: codeOf(error) });
          throw error;
        } finally {
          one.end();
        }
      }),
    step: (name, attributes, act) =>
      made.startActiveSpan(name, { attributes }, (one) => {
        try {
          return act();
        } finally {
          one.end();
        }
      }),
    past(name, attributes, seconds, failed) {
      const end = machineNow();
      const one = made.startSpan(name, { attributes, startTime: end - seconds * 1000 }, ROOT_CONTEXT);
      if (failed) one.setStatus({ code: SpanStatusCode.ERROR });
      one.end(end);
    },
  };
}

/**
 * Every figure of /metrics under the same name. Of a histogram its sum and its count. One that is told for the first time
 * (of the database, of the first backup) is sent from the next time on.
 */
async function sendFigures(meters: MeterProvider): Promise<void> {
  const meter = meters.getMeter("somlos");
  const made = new Map<string, Observable>();
  const watch = (figures: Awaited<ReturnType<typeof listFigures>>) => {
    const fresh = figures.filter(({ name }) => !made.has(name));
    if (fresh.length === 0) return;
    meter.removeBatchObservableCallback(observe, [...made.values()]);
    for (const { name, counts } of fresh)
      made.set(name, counts ? meter.createObservableCounter(name) : meter.createObservableGauge(name));
    meter.addBatchObservableCallback(observe, [...made.values()]);
  };
  const observe = async (result: BatchObservableResult) => {
    const figures = await listFigures();
    for (const { name, series } of figures) {
      const one = made.get(name);
      if (one !== undefined) for (const { value, labels } of series) result.observe(one, value, labels);
    }
    setImmediate(() => watch(figures));
  };
  watch(await listFigures());
}

export async function sendTo(settings: {
  readonly url: string;
  readonly role: string;
  readonly everyMs?: number;
}): Promise<{ flush(): Promise<void>; close(): Promise<void> }> {
  const base = settings.url.replace(/\/$/, "");
  const resource = resourceFromAttributes({ "service.name": "somlos", "somlos.role": settings.role });
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${base}/v1/traces` }))],
  });
  provider.register();
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
        exportIntervalMillis: settings.everyMs ?? EVERY_MS,
        exportTimeoutMillis: Math.min(settings.everyMs ?? EVERY_MS, 5000),
      }),
    ],
  });
  await sendFigures(meters);
  traceWith(makeTracer(provider));
  const both = (act: (one: { forceFlush(): Promise<void>; shutdown(): Promise<void> }) => Promise<void>) =>
    Promise.allSettled([act(provider), act(meters)]);
  return {
    async flush() {
      await both((one) => one.forceFlush());
    },
    async close() {
      traceWith(undefined);
      await both((one) => one.shutdown());
      trace.disable();
      context.disable();
    },
  };
}
