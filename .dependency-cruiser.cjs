// The layer table of ARCHITECTURE.md: a layer imports only what is listed for it.
const layers = {
  text: [],
  model: ["text"],
  data: ["model"],
  formats: ["text", "model", "data"],
  ledger: ["model", "data"],
  rules: ["text", "model"],
  lint: ["text", "model", "data", "ledger", "formats", "rules"],
  report: ["text", "model", "data", "ledger"],
  workspace: ["text", "model", "data", "ledger", "formats", "rules", "lint"],
  features: ["text", "model", "data", "ledger", "formats", "rules", "lint", "workspace"],
};

// The only packages that a layer knows: types that vanish, and paths of drawings.
const packages = {
  features: ["^node_modules/vscode-languageserver-types/"],
  report: ["^node_modules/(@types/)?d3-shape/"],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-down`,
  severity: "error",
  comment: `${layer} may import ${["itself", ...allowed].join(", ")} and nothing else of ours`,
  from: { path: `^server/src/${layer}/` },
  to: { path: "^(server|client)/", pathNot: `^server/src/(${[layer, ...allowed].join("|")})/` },
}));

const packageRules = Object.keys(layers).map((layer) => ({
  name: `${layer}-knows-no-packages`,
  severity: "error",
  comment:
    "only features know LSP types, only the report a library to draw with, and only the edge Node, a connection or another library",
  from: { path: `^server/src/${layer}/` },
  to: { pathNot: ["^server/", ...(packages[layer] ?? [])] },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: "edge-is-not-imported",
      severity: "error",
      comment: "main, cli, and the rooms connection and cli, are imported by the edge alone",
      from: { path: "^server/src/[a-z]+/", pathNot: "^server/src/(cli|connection)/" },
      to: { path: "^server/src/([^/]+\\.ts$|cli/|connection/)" },
    },
    {
      name: "client-knows-no-server",
      severity: "error",
      comment: "the client speaks to the server by the protocol only",
      from: { path: "^client/" },
      to: { path: "^server/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: "\\.d\\.ts$" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["types", "node", "import", "require", "default"] },
  },
};
