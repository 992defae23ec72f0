// Arrows point down. The floors of packages/modules are packages/modules/floors.json, lowest first: a room imports from
// lower floors, through index.ts; never sideways, never up.
const floors = require("./packages/modules/floors.json");
const rooms = "^packages/modules/src/";
const looksDownOnly = floors.flatMap((names, floor) =>
  names.map((name) => ({
    name: `${name}-looks-down-only`,
    severity: "error",
    from: { path: `${rooms}${name}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: `${rooms}(${[...names.filter((other) => other !== name), ...floors.slice(floor + 1).flat(), "none"].join("|")})/` },
  })),
);
const error = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    error("no-cycles", {}, { circular: true, dependencyTypesNot: ["type-only"] }),
    error("rules-know-nobody", { path: "^packages/rules/", pathNot: "\\.test\\.ts$" }, { path: "^packages/(contract|kernel|look|modules|server|studio|shop|sdk)/" }),
    error("contract-imports-only-zod", { path: "^packages/contract/", pathNot: "\\.test\\.ts$" }, { pathNot: ["^packages/(contract|rules)/", "node_modules/zod/"] }),
    error("kernel-knows-no-room", { path: "^packages/kernel/" }, { path: "^packages/(look|modules|server|studio|shop|sdk)/" }),
    error("browser-sees-contract-and-rules-only", { path: "^packages/(studio|shop|sdk)/" }, { path: "^packages/(kernel|modules|server)/" }),
    error("look-knows-no-screen", { path: "^packages/look/" }, { path: "^packages/(kernel|modules|server|studio|shop|sdk)/" }),
    error("nobody-imports-the-server", { path: "^packages/", pathNot: "^packages/server/" }, { path: "^packages/server/" }),
    error("enter-by-the-door", { path: `${rooms}([^/]+)/`, pathNot: "\\.test\\.ts$" }, { path: `${rooms}([^/]+)/`, pathNot: [`${rooms}$1/`, "/index\\.ts$"] }),
    error("server-enters-by-the-door", { path: "^packages/server/src" }, { path: rooms, pathNot: "^packages/modules/src/[^/]+/index\\.ts$" }),
    // Of the kernel, rules may use what is pure itself: ids (fingerprints) and the layout of a letter.
    error(
      "rules-are-pure",
      { path: `${rooms}.*\\.rules\\.ts$` },
      { pathNot: ["^packages/(contract|rules)/", "\\.rules\\.ts$", "node_modules/zod/", "^(node:)?crypto$", "^packages/modules/src/[^/]+/index\\.ts$", "^packages/kernel/src/(ids|mail)/index\\.ts$"], dependencyTypesNot: ["type-only"] },
    ),
    ...looksDownOnly,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"], extensions: [".ts", ".tsx", ".js"] },
  },
};
