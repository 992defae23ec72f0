// The 28 e-commerce events of the Segment specification, as schemas to begin from. They ask for what the specification's own
// examples hold, and let everything else pass.
import type { Shape } from "@somlos/contract/rooms/schemas";

const text: Shape = { type: "string" };
const amount: Shape = { type: ["number", "string"], description: "an amount, in `currency`" };
const whole: Shape = { type: "integer", minimum: 0 };
const currency: Shape = { type: "string", pattern: "^[A-Za-z]{3}$", description: "ISO 4217" };
const uri: Shape = { type: "string", format: "uri" };

const product: Readonly<Record<string, Shape>> = {
  ...{ product_id: text, sku: text, name: text, brand: text, category: text, variant: text, coupon: text },
  ...{ price: amount, value: amount, quantity: whole, position: whole, url: text, image_url: text, currency },
};
const order: Readonly<Record<string, Shape>> = {
  ...{ order_id: text, checkout_id: text, affiliation: text, coupon: text, currency },
  ...{ total: amount, revenue: amount, subtotal: amount, value: amount },
  ...{ shipping: amount, tax: amount, discount: amount },
};
const products: Shape = { type: "array", items: { type: "object", properties: product } };
const filter: Shape = { type: "object", properties: { type: text, value: text } };
const filters: Shape = { type: "array", items: filter };
const promotion = { promotion_id: text, creative: text, name: text, position: text };
const step = { checkout_id: text, step: whole, shipping_method: text, payment_method: text };
const coupon = { order_id: text, cart_id: text, coupon_id: text, coupon_name: text, discount: amount };
const wishlist = { wishlist_id: text, wishlist_name: text, ...product };
const share = { share_via: text, share_message: text, recipient: text };

type Fields = Readonly<Record<string, Shape>>;
const rows: readonly (readonly [name: string, properties: Fields, ...required: string[]])[] = [
  ["Products Searched", { query: text }, "query"],
  ["Product List Viewed", { list_id: text, category: text, products }],
  ["Product List Filtered", { list_id: text, category: text, filters, sorts: filters, products }],
  ["Promotion Viewed", promotion],
  ["Promotion Clicked", promotion],
  ["Product Clicked", product, "product_id"],
  ["Product Viewed", product, "product_id"],
  ["Product Added", { cart_id: text, ...product }, "product_id"],
  ["Product Removed", { cart_id: text, ...product }, "product_id"],
  ["Cart Viewed", { cart_id: text, products }],
  ["Checkout Started", { ...order, products }],
  ["Checkout Step Viewed", step, "step"],
  ["Checkout Step Completed", step, "step"],
  ["Payment Info Entered", { ...step, order_id: text }],
  ["Order Updated", { ...order, products }, "order_id"],
  ["Order Completed", { ...order, products }, "order_id"],
  ["Order Refunded", { ...order, products }, "order_id"],
  ["Order Cancelled", { ...order, products }, "order_id"],
  ["Coupon Entered", coupon],
  ["Coupon Applied", coupon],
  ["Coupon Denied", { ...coupon, reason: text }],
  ["Coupon Removed", coupon],
  ["Product Added to Wishlist", wishlist, "product_id"],
  ["Product Removed from Wishlist", wishlist, "product_id"],
  ["Wishlist Product Added to Cart", { cart_id: text, ...wishlist }, "product_id"],
  ["Product Shared", { ...share, ...product }],
  ["Cart Shared", { ...share, cart_id: text, products }],
  [
    "Product Reviewed",
    { product_id: text, review_id: text, review_body: text, rating: text, url: uri },
    "product_id",
  ],
];

export type Template = { readonly name: string; readonly schema: Shape };
export const templates: readonly Template[] = rows.map(([name, properties, ...required]) => ({
  name,
  schema: { type: "object", properties, ...(required.length > 0 && { required }) },
}));
