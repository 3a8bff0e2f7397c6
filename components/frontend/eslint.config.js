/** The rules of the front end: types, layers, and no text that becomes code. */
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** Features draw what they show with `core`, `ui` and `share`, and know nothing of each other. */
const FEATURES = ["map", "panel", "events", "members", "cohesion", "compare", "stories", "sources"];
/** What each folder of src/ may import beside itself; `static_site` shows every feature. */
const MAY_IMPORT = {
  i18n: ["core"],
  core: ["i18n"],
  ui: ["core", "i18n"],
  share: ["core", "i18n", "ui"],
  ...Object.fromEntries(FEATURES.map((name) => [name, ["core", "i18n", "ui", "share"]])),
  shell: ["core", "i18n"],
  static_site: ["core", "i18n", "ui", "share", "shell", ...FEATURES],
};
const zones = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  target: `./src/${folder}`,
  from: "./src",
  except: [folder, ...others].map((name) => `./${name}`),
  message: `${folder} may import only ${others.join(", ")}.`,
}));

const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "srcdoc"];

export default tseslint.config(
  { ignores: ["node_modules/"] },
  { files: ["**/*.{js,mjs}"], extends: [tseslint.configs.base] },
  {
    files: ["src/**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts"] })] },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      // Parts are made as closures: what they hand out needs no `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
      "import-x/no-unresolved": "error",
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
);
