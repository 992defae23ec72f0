// The lines of goods in the registry of screens.
import { IconPackages } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { goodsTexts } from "./texts.ts";

const page = {
  ...{ group: undefined, icon: IconPackages, texts: goodsTexts, under: "goods" },
  needs: "catalog.read",
} as const;

export const goodsScreens: readonly Screen[] = [
  {
    ...page,
    id: "goods",
    path: "/goods",
    group: "ground",
    screen: lazy(() => import("./products.screen.tsx").then((file) => ({ default: file.Products }))),
  },
  {
    ...page,
    id: "goods-product",
    path: "/goods/products/:id",
    screen: lazy(() => import("./product.screen.tsx").then((file) => ({ default: file.Product }))),
  },
  {
    ...page,
    id: "goods-stock",
    path: "/goods/stock",
    screen: lazy(() => import("./stock.screen.tsx").then((file) => ({ default: file.Stock }))),
  },
  {
    ...page,
    id: "goods-differences",
    path: "/goods/differences",
    screen: lazy(() => import("./differences.screen.tsx").then((file) => ({ default: file.Differences }))),
  },
  {
    ...page,
    id: "goods-feeds",
    path: "/goods/feeds",
    screen: lazy(() => import("./feeds.screen.tsx").then((file) => ({ default: file.Feeds }))),
  },
];
