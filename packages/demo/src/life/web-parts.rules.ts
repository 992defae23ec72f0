// At home and under way: looking, comparing, filling a cart, buying on a screen.
import { lineOf, urlOf } from "../catalog.rules.ts";
import { siteOf } from "../chain.rules.ts";
import { loginAt, type Person } from "../people.rules.ts";
import { type Line, type Need, sumsOf } from "./need.rules.ts";
import { type Cast, pronoun, tongueOf } from "./part.rules.ts";
import { inTown, type Scene, said } from "./scene.rules.ts";
import { app, browser, type Json, machine, type Screen } from "./way.rules.ts";

export const listUrl = (need: Need, person: Person): string =>
  `${siteOf(person.country)}/c/${need.category.slug}`;

/** Looks at one product's page: in the app a screen, elsewhere a page. */
export function lookAt(
  scene: Scene,
  person: Person,
  line: Pick<Line, "product" | "variant">,
  inApp: boolean,
  told?: string,
): void {
  const properties = lineOf(line.product, person.country, line.variant);
  const name = line.product.name[tongueOf(person)];
  if (inApp) scene.screen("Product", { title: name, sku: line.product.sku });
  else scene.page(name, urlOf(line.product, person.country));
  scene.wait(2, 5).track("Product Viewed", properties, told);
}

/** Signs in: the account system vouches for it, the browser says it too. Gives the login, or nothing. */
export function signIn(scene: Scene, person: Person, screen: Screen): string | undefined {
  const login = loginAt(person, scene.at);
  if (login === undefined) return undefined;
  const way = browser(person, screen, login);
  scene.go(machine(person, "account", {}, way.who)).track("Signed In", { method: "password" });
  scene.wait(1, 3).go(way).identify({ email: person.email });
  return login;
}

export function signOut(scene: Scene, person: Person, screen: Screen): void {
  const way = browser(person, screen, loginAt(person, scene.at));
  scene
    .wait(3, 10)
    .go(machine(person, "account", {}, way.who))
    .track("Signed Out", {}, said(person, "at home", `signs out of the ${screen}`));
}

/** A glance on the phone: an advertisement, a list, a product or two. */
export function glance(
  scene: Scene,
  { person, need }: Cast,
  where: string,
  inApp: boolean,
  campaign?: Json,
): void {
  const tongue = tongueOf(person);
  if (inApp) scene.screen(need.category.name[tongue], { category: need.category.name[tongue] });
  else scene.page(need.category.name[tongue], listUrl(need, person), campaign);
  scene.wait(3, 9).track("Product List Viewed", {
    list_id: need.category.slug,
    category: need.category.name[tongue],
    products: [need.wanted, ...need.others].map((p, i) => ({
      product_id: p.sku,
      name: p.name[tongue],
      position: i + 1,
    })),
  });
  scene.wait(8, 40);
  const told = said(person, where, `looks at the ${need.wanted.name.en}`);
  lookAt(scene, person, { product: need.wanted, variant: need.variant }, inApp, told);
  const [other] = need.others;
  if (other !== undefined && scene.chance.yes(0.4))
    lookAt(scene.wait(15, 60), person, { product: other, variant: undefined }, inApp);
}

/** An evening of comparing. */
export function compare(scene: Scene, cast: Cast, screen: Screen): void {
  const { person, need } = cast;
  const tongue = tongueOf(person);
  const signsIn = scene.chance.yes(screen === "tablet" ? 0.6 : 0.4);
  scene.page(need.category.name[tongue], listUrl(need, person));
  const login = signsIn ? signIn(scene.wait(4, 12), person, screen) : undefined;
  scene.go(browser(person, screen, login)).wait(5, 20);
  scene.track("Products Searched", { query: need.category.name[tongue].toLowerCase() });
  for (const product of [need.wanted, ...need.others])
    lookAt(
      scene.wait(20, 110),
      person,
      { product, variant: product === need.wanted ? need.variant : undefined },
      false,
    );
  const names = [need.wanted, ...need.others].map((p) => p.name.en);
  scene
    .wait(20, 90)
    .track(
      "Products Compared",
      { products: [need.wanted, ...need.others].map((p) => lineOf(p, person.country)) },
      said(person, inTown(person), `compares on the ${screen}: ${names.join(", ")}`),
    );
  if (login !== undefined && scene.chance.yes(0.5))
    scene.wait(5, 30).track("Product Added to Wishlist", {
      wishlist_id: `L-${person.index}`,
      ...lineOf(need.wanted, person.country, need.variant),
    });
  if (login !== undefined && screen === "tablet" && scene.chance.yes(person.habits.signsOut))
    signOut(scene, person, screen);
}

const cartId = (need: Need): string => `C-${need.id}`;

/** Puts things into the cart, and perhaps goes no further. */
export function fillCart(
  scene: Scene,
  cast: Cast,
  screen: Screen | "app",
  leaves: boolean,
): string | undefined {
  const { person, need } = cast;
  const inApp = screen === "app";
  const login = inApp
    ? loginAt(person, scene.at)
    : scene.chance.yes(screen === "tablet" ? 1 : 0.6)
      ? signIn(scene, person, screen)
      : undefined;
  scene.go(inApp ? app(person, scene.at) : browser(person, screen, login));
  for (const line of need.basket) {
    lookAt(scene.wait(10, 60), person, line, inApp);
    scene.wait(5, 30).track("Product Added", {
      cart_id: cartId(need),
      ...lineOf(line.product, person.country, line.variant),
      quantity: line.quantity,
    });
  }
  const { products, total, currency } = sumsOf(person, need.basket, true);
  const on = inApp ? "in the app" : `on the ${screen}`;
  const told = leaves
    ? said(person, inTown(person), `leaves the ${need.wanted.name.en} in the cart ${on}`)
    : undefined;
  scene.wait(5, 20).track("Cart Viewed", { cart_id: cartId(need), products, total, currency }, told);
  return login;
}

/** From cart to order. The browser tells what was bought, the order system who bought it. */
export function checkOut(
  scene: Scene,
  cast: Cast,
  screen: Screen | "app",
  login: string | undefined,
  pickUp: boolean,
): void {
  const { person, need } = cast;
  const sums = sumsOf(person, need.basket, !pickUp);
  const bag = {
    order_id: need.orderId,
    cart_id: cartId(need),
    currency: sums["currency"],
    total: sums.total,
  };
  scene.wait(10, 40).track("Checkout Started", { ...bag, products: sums["products"] });
  scene.wait(20, 90).track("Checkout Step Completed", {
    checkout_id: cartId(need),
    step: 1,
    shipping_method: pickUp ? `pick up: ${person.store?.name}` : "home",
    ...(login === undefined && { email: person.email }),
  });
  scene.wait(10, 60).track("Payment Info Entered", { ...bag, payment_method: payment(person) });
  const where = screen === "app" ? "in the app" : `on the ${screen}`;
  const told = said(person, inTown(person), `buys the ${need.wanted.name.en} ${where}`);
  scene
    .wait(4, 20)
    .track("Order Completed", { order_id: need.orderId, ...sums, payment_method: payment(person) }, told);
  const knows = { email: person.email, ...(person.phone !== undefined && { phone: person.phone }) };
  scene.wait(1, 2).go(machine(person, "orders", knows, login === undefined ? {} : { userId: login }));
  scene.track("Order Confirmed", {
    order_id: need.orderId,
    total: sums.total,
    currency: sums["currency"],
    ...(pickUp ? { pick_up: person.store?.name } : { ship_to: person.address.city }),
  });
}

const payment = (person: Person): string =>
  person.country === "SE"
    ? person.index % 2 === 0
      ? "card"
      : "swish"
    : person.index % 2 === 0
      ? "card"
      : "mobilepay";

export function review(scene: Scene, { person, need }: Cast): void {
  const stars = scene.chance.weigh([
    [5, 5],
    [4, 5],
    [3, 2],
    [2, 1],
    [1, 1],
  ]);
  scene.page("Recension", urlOf(need.wanted, person.country)).wait(40, 180);
  scene.track(
    "Product Reviewed",
    { product_id: need.wanted.sku, name: need.wanted.name[tongueOf(person)], rating: stars },
    said(
      person,
      inTown(person),
      `gives the ${need.wanted.name.en} ${stars} stars; ${pronoun(person)} bought it lately`,
    ),
  );
}
