// Tells Sömlös each product with its prices and stock, as it is then, whenever something of it changed: as Standard Webhooks.
import { createHmac, randomUUID } from "node:crypto";
import type { OnApplicationBootstrap } from "@nestjs/common";
import {
  EventBus,
  type ID,
  type Job,
  type JobQueue,
  JobQueueService,
  Logger,
  PluginCommonModule,
  Product,
  ProductChannelEvent,
  ProductEvent,
  ProductService,
  ProductVariant,
  ProductVariantChannelEvent,
  ProductVariantEvent,
  ProductVariantService,
  type RequestContext,
  RequestContextService,
  ScheduledTask,
  StockMovementEvent,
  TransactionalConnection,
  TranslatorService,
  VendurePlugin,
} from "@vendure/core";
import { bufferTime, Subject } from "rxjs";
import { In } from "typeorm";

/** Address and secret of the feed, and what stands before the path of a picture in its address. */
type Options = { url: string; secret: string; assetUrlPrefix: string };
/** Products, or variants of which the product is not known yet. */
type Changed = { products?: ID[]; variants?: ID[] };
/** Changes of so long are told at once. */
const TOGETHER_MS = 250;
/** So many products a job. */
const MOST = 50;

@VendurePlugin({
  imports: [PluginCommonModule],
  compatibility: "^3.7.0",
  configuration: (config) => {
    // All of it once a night: what was there before, and what changed in many products at once.
    const execute: ScheduledTask["options"]["execute"] = ({ injector }) =>
      injector.get(SomlosPlugin).tellAll();
    config.schedulerOptions.tasks?.push(
      new ScheduledTask({ id: "somlos-tell-all", schedule: (cron) => cron.everyDayAt(2, 30), execute }),
    );
    return config;
  },
})
export class SomlosPlugin implements OnApplicationBootstrap {
  private static options: Options;
  private queue!: JobQueue<{ productIds: ID[] }>;
  private readonly changed = new Subject<Changed>();

  static init(options: Options): typeof SomlosPlugin {
    SomlosPlugin.options = options;
    return SomlosPlugin;
  }

  constructor(
    private readonly events: EventBus,
    private readonly jobs: JobQueueService,
    private readonly contexts: RequestContextService,
    private readonly connection: TransactionalConnection,
    private readonly products: ProductService,
    private readonly variants: ProductVariantService,
    private readonly translator: TranslatorService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.queue = await this.jobs.createQueue({ name: "somlos", process: (job) => this.tell(job) });
    this.changed
      .pipe(bufferTime(TOGETHER_MS))
      .subscribe((changes) =>
        this.flush(changes).catch((error: Error) => Logger.error(error.message, "somlos", error.stack)),
      );
    const { events, changed } = this;
    events.ofType(ProductEvent).subscribe(({ entity }) => changed.next({ products: [entity.id] }));
    events.ofType(ProductChannelEvent).subscribe(({ product }) => changed.next({ products: [product.id] }));
    events
      .ofType(ProductVariantEvent)
      .subscribe(({ entity }) => changed.next({ variants: entity.map(({ id }) => id) }));
    events
      .ofType(ProductVariantChannelEvent)
      .subscribe(({ productVariant }) => changed.next({ variants: [productVariant.id] }));
    events
      .ofType(StockMovementEvent)
      .subscribe((event) =>
        changed.next({ variants: event.stockMovements.map(({ productVariant }) => productVariant.id) }),
      );
  }

  async tellAll(): Promise<number> {
    const all = await this.connection.getRepository(Product).find({ select: { id: true } });
    await this.enqueue(all.map(({ id }) => id));
    return all.length;
  }

  private async flush(changes: Changed[]): Promise<void> {
    const ids = [...new Set(changes.flatMap(({ variants = [] }) => variants))];
    const variants =
      ids.length === 0 ? [] : await this.connection.getRepository(ProductVariant).findBy({ id: In(ids) });
    const products = changes.flatMap(({ products = [] }) => products);
    await this.enqueue([...products, ...variants.map(({ productId }) => productId)]);
  }

  private async enqueue(ids: ID[]): Promise<void> {
    const once = [...new Set(ids)];
    for (let i = 0; i < once.length; i += MOST)
      await this.queue.add({ productIds: once.slice(i, i + MOST) }, { retries: 30 });
  }

  /** Each as it is now. One that fails holds up no other, and all are told again later: twice is as good as once. */
  private async tell({ data: { productIds } }: Job<{ productIds: ID[] }>): Promise<void> {
    const failed: string[] = [];
    for (const productId of productIds) {
      const now = new Date();
      const body = JSON.stringify(await this.letter(productId, now));
      const answer = await this.send(body, now).catch((error: Error) => error);
      if (answer instanceof Error) failed.push(`${productId}: ${answer.message}`);
      else if (!answer.ok) failed.push(`${productId}: ${answer.status} ${await answer.text()}`);
    }
    if (failed.length > 0) throw new Error(`Sömlös did not take ${failed.join(", ")}`);
  }

  private send(body: string, now: Date): Promise<Response> {
    const { url, secret } = SomlosPlugin.options;
    const [id, seconds] = [`msg_${randomUUID()}`, Math.floor(now.getTime() / 1000)];
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": `v1,${signature}`,
    };
    return fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(30_000) });
  }

  private async letter(productId: ID, at: Date): Promise<object> {
    const ctx = await this.contexts.create({ apiType: "admin" });
    const product = await this.products.findOne(ctx, productId, [
      "facetValues",
      "facetValues.facet",
      "assets",
    ]);
    if (product === undefined) return { type: "product", action: "deleted", at, product: { id: productId } };
    const { id, enabled, translations, assets, facetValues } = product;
    return {
      type: "product",
      action: "updated",
      at,
      product: {
        id,
        enabled,
        translations: translations.map(({ languageCode, name, description }) => ({
          languageCode,
          name,
          description,
        })),
        assets: assets.map(({ asset }) => this.picture(asset.preview)),
        facetValues: facetValues.map(({ name, facet }) => ({ name, facet: { name: facet.name } })),
        variants: await this.variantsOf(ctx, productId),
      },
    };
  }

  private async variantsOf(ctx: RequestContext, productId: ID): Promise<object[]> {
    const { items } = await this.variants.getVariantsByProductId(ctx, productId, {}, [
      "options",
      "options.group",
      "featuredAsset",
      "stockLevels",
    ]);
    const { trackInventory } = ctx.channel;
    const isCounted = (one: ProductVariant): boolean =>
      one.trackInventory === "TRUE" || (one.trackInventory === "INHERIT" && trackInventory);
    return items.map((one) => ({
      ...{ id: one.id, sku: one.sku, enabled: one.enabled },
      ...{ priceWithTax: one.priceWithTax, currencyCode: one.currencyCode },
      customFields: { gtin: (one.customFields as { gtin?: string }).gtin },
      options: one.options.map(({ name, group }) => ({
        name,
        group: { name: this.translator.translate(group, ctx).name },
      })),
      featuredAsset: one.featuredAsset && this.picture(one.featuredAsset.preview),
      stockLevels: (isCounted(one) ? one.stockLevels : []).map((level) => ({
        stockLocationId: level.stockLocationId,
        stockOnHand: level.stockOnHand,
        stockAllocated: level.stockAllocated,
      })),
    }));
  }

  private picture(preview: string): { preview: string } {
    return { preview: SomlosPlugin.options.assetUrlPrefix + preview };
  }
}
