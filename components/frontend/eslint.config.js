/** The rules of the front end: types, layers, and no text that becomes code. */
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * What each folder of src/ may import beside itself: what stands above it, so there is no circle.
 * Features know nothing of each other. `share` and `search` stand below them, as each has a share button and a search, and
 * `shell` beside them: it runs in the page around, before any feature is there.
 */
const FEATURES = ["map", "panel", "events", "members", "cohesion", "compare", "stories", "sources", "votes", "propose", "coding"];
const MAY_IMPORT = {
  net: [],
  shell: [],
  i18n: ["net"],
  core: ["net", "i18n"],
  ui: ["net", "i18n", "core"],
  share: ["net", "i18n", "core", "ui"],
  search: ["net", "i18n", "core", "ui"],
  // The reader's own layers: a script of its own, which the map asks for and knows by one import.
  user_layers: ["net", "i18n", "core", "ui", "share"],
  ...Object.fromEntries(FEATURES.map((name) => [name, ["net", "i18n", "core", "ui", "share", "search"]])),
  // A briefing may have the reader's own layers in it.
  stories: ["net", "i18n", "core", "ui", "share", "user_layers"],
  map: ["net", "i18n", "core", "ui", "share", "search", "user_layers"],
  // What tests share: the browser is sent nothing of it.
  testing: ["net", "i18n", "core"],
  // The static site shows every feature, with documents in place of the server's answers.
  static_site: ["net", "i18n", "core", "ui", "share", "search", "shell", "user_layers", ...FEATURES],
};

/**
 * The rule of imports.
 * @param besides folders that every folder may import too
 */
const holdLayers = (...besides) => {
  const zones = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
    target: `./src/${folder}`,
    from: "./src",
    except: [...new Set([folder, ...others, ...besides])].map((name) => `./${name}`),
    message: `${folder} may import only ${others.join(", ") || "itself"}.`,
  }));
  return ["error", { basePath: import.meta.dirname, zones }];
};

const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "srcdoc"];

export default tseslint.config(
  { ignores: ["node_modules/"] },
  { files: ["**/*.{js,mjs}"], extends: [tseslint.configs.base] },
  {
    files: ["src/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: {
      "import-x/extensions": [".ts"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts"] })],
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-explicit-any": "error",
      // A code may be missing from a table though the table's type says nothing of that.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // What is read as JSON has the type that its reader names.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Parts are made as closures: what they hand out needs no `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": holdLayers(),
      "import-x/no-unresolved": ["error", { ignore: ["^virtual:"] }],
      "max-lines": ["error", 250],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        ...markup.map((property) => ({ property, message: "Text reaches the page as text only: ui/dom.ts." })),
        { object: "document", property: "write", message: "Text reaches the page as text only: ui/dom.ts." },
        { object: "document", property: "writeln", message: "Text reaches the page as text only: ui/dom.ts." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "Literal[value=/^(?:https?:)?\\u002F\\u002F(?!www\\.w3\\.org\\u002F|localhost|127\\.0\\.0\\.1)[\\w-]+\\./i]",
          message: "Nothing is asked of a foreign host.",
        },
        {
          selector: "TemplateElement[value.raw=/(?:https?:)?\\u002F\\u002F(?!www\\.w3\\.org\\u002F|localhost|127\\.0\\.0\\.1)[\\w-]+\\./i]",
          message: "Nothing is asked of a foreign host.",
        },
      ],
      "prefer-const": "error",
    },
  },
  { files: ["src/**/*.test.ts"], rules: { "import-x/no-restricted-paths": holdLayers("testing") } },
);
