// What the house counts about itself, for /metrics. On the hot path a number is added to, nothing more; what must be asked
// of the database is asked when somebody reads. Labels are numbers, states and route templates: never a person's data.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const registry = new Registry();
const registers = [registry];
const ACK_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const DOOR_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const FLUSH_EVENTS = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 1500];

export const meter = {
  events: new Counter({
    name: "somlos_events_total",
    help: "Events answered, by number of the source and outcome.",
    labelNames: ["source", "outcome"],
    registers,
  }),
  ackSeconds: new Histogram({
    name: "somlos_ack_seconds",
    help: "From the receipt of a batch to the commit that holds it.",
    buckets: ACK_SECONDS,
    registers,
  }),
  flushEvents: new Histogram({
    name: "somlos_flush_events",
    help: "Events a commit.",
    buckets: FLUSH_EVENTS,
    registers,
  }),
  flushSeconds: new Histogram({
    name: "somlos_flush_seconds",
    help: "From the first statement of a commit to its end.",
    buckets: ACK_SECONDS,
    registers,
  }),
  doorSeconds: new Histogram({
    name: "somlos_http_request_seconds",
    help: "Requests by method and route template.",
    labelNames: ["method", "route"],
    buckets: DOOR_SECONDS,
    registers,
  }),
  doorAnswers: new Counter({
    name: "somlos_http_requests_total",
    help: "Requests by method, route template and status.",
    labelNames: ["method", "route", "status"],
    registers,
  }),
} as const;

/** Counts the outcomes of one batch of a source: one addition a kind of outcome, however many events. */
export function countOutcomes(sourceId: number, outcomes: readonly { readonly kind: string }[]): void {
  const counts = new Map<string, number>();
  for (const { kind } of outcomes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [outcome, n] of counts) meter.events.inc({ source: sourceId, outcome }, n);
}

/** A figure that is known when somebody reads: by label where it has one. */
export type Figure = {
  readonly name: `somlos_${string}`;
  readonly help: string;
  readonly value: number | Readonly<Record<string, number>>;
  /** Name of the label when `value` has several. */
  readonly label?: string;
};

const gauges = new Map<string, Gauge>();

function setFigure({ name, help, value, label }: Figure): void {
  const gauge =
    gauges.get(name) ??
    new Gauge({ name, help, labelNames: label === undefined ? [] : [label], registers: [registry] });
  gauges.set(name, gauge);
  gauge.reset();
  if (typeof value === "number") gauge.set(value);
  else for (const [of, n] of Object.entries(value)) gauge.set({ [label ?? "of"]: of }, n);
}

let ofTheProcess = false;

/** Memory, processor and event loop of this process. Which version of Node runs is nobody's business. */
function watchProcess(): void {
  if (ofTheProcess) return;
  ofTheProcess = true;
  collectDefaultMetrics({ register: registry, prefix: "somlos_", eventLoopMonitoringPrecision: 20 });
  registry.removeSingleMetric("somlos_nodejs_version_info");
}

function setFigures(figures: readonly Figure[]): void {
  for (const figure of figures) setFigure(figure);
  const told = new Set(figures.map(({ name }) => name as string));
  for (const [name, gauge] of gauges) if (!told.has(name)) gauge.reset();
}

/** Everything as Prometheus text. A figure that could not be found is left out, which is what an absent series means. */
export async function tellMetrics(figures: readonly Figure[]): Promise<string> {
  watchProcess();
  setFigures(figures);
  return registry.metrics();
}
export const METRICS_TYPE = registry.contentType;

type Series = { readonly value: number; readonly labels: Record<string, string> };

let ask: (() => Promise<readonly Figure[]>) | undefined;
/** Whom to ask for the figures of the database and the disk, where figures are sent and nobody comes for them. */
export function askFiguresOf(asked: typeof ask): void {
  ask = asked;
}

/** The same figures for OpenTelemetry: one entry a name; of a histogram its sum and its count. */
export async function listFigures(): Promise<{ name: string; counts: boolean; series: Series[] }[]> {
  watchProcess();
  if (ask !== undefined) setFigures(await ask().catch(() => [])); // away: absent, as on /metrics
  return (await registry.getMetricsAsJSON()).flatMap((metric) => {
    const counts = String(metric.type) === "counter" || String(metric.type) === "histogram";
    const all = metric.values as { value: number; labels: Record<string, string>; metricName?: string }[];
    const byName = Map.groupBy(
      all.filter((one) => !(one.metricName ?? "").endsWith("_bucket")),
      (one) => one.metricName ?? metric.name,
    );
    if (byName.size === 0) byName.set(metric.name, []);
    return [...byName].map(([name, own]) => ({
      name,
      counts,
      series: own.map(({ value, labels }) => ({ value, labels })),
    }));
  });
}
