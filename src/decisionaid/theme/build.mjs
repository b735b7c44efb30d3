/**
 * Turn the theme's sources into what a browser loads, in `../_static/`:
 *
 *   schema/*.schema.json  -> generated/<name>.ts            types
 *                         -> generated/<name>-validator.js  a checker of data from outside
 *   scripts/{aid,review,home}.ts -> aid.js review.js home.js
 *   styles/ and each component's style.css -> aid.css
 *   licences of the packages whose code ended up inside -> licences.txt
 *
 * The same sources give the same bytes.
 * Nothing made here uses `eval` or `new Function`: the pages' security policy forbids both.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { checkerSource, typesSource } from "./schema.mjs";

const theme = dirname(fileURLToPath(import.meta.url));
const generated = join(theme, "generated");
const output = join(theme, "..", "_static");

const PAGES = ["aid", "review", "home"];
const LAYERS = ["tokens", "base", "layout", "components", "print"];

/** Folders of node_modules whose code is inside something we built. */
const packages = new Set();

/** Run esbuild and remember which packages its output contains. */
async function bundle(options) {
  const result = await build({
    absWorkingDir: theme,
    // Names of modules must not depend on where node_modules really lies.
    preserveSymlinks: true,
    bundle: true,
    charset: "utf8",
    logLevel: "warning",
    metafile: true,
    ...options,
  });
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const input of Object.keys(inputs)) {
      const found = /^(.*?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found) packages.add(found[1]);
    }
  }
  return result;
}

/** Write types and a checker for each schema. */
async function generate() {
  await mkdir(generated, { recursive: true });
  const made = [];
  for (const file of await sorted(join(theme, "schema"), ".schema.json")) {
    const schema = JSON.parse(await readFile(join(theme, "schema", file), "utf8"));
    const name = basename(file, ".schema.json");
    await writeFile(join(generated, `${name}.ts`), await typesSource(schema, file));
    const checker = checkerSource(schema, name);
    await writeFile(join(generated, `${name}-validator.d.ts`), checker.types);
    // Bundled by itself, so that tests in Node can load it as it is.
    await bundle({
      stdin: { contents: checker.code, resolveDir: theme, sourcefile: `${name}-validator.js` },
      format: "esm",
      legalComments: "none",
      outfile: join(generated, `${name}-validator.js`),
      platform: "neutral",
      target: "es2020",
    });
    made.push(`${name}.ts`, `${name}-validator.d.ts`, `${name}-validator.js`);
  }
  await keepOnly(generated, made);
}

/** Write one script for each kind of page. */
async function bundleScripts() {
  const { metafile } = await bundle({
    entryPoints: PAGES.map((page) => join("scripts", `${page}.ts`)),
    // A plain script also starts on a page opened from a disk, where a module may not.
    format: "iife",
    legalComments: "linked",
    minify: true,
    outdir: output,
    target: "es2020",
  });
  return Object.keys(metafile.outputs).map((path) => basename(path));
}

/** Write the one style sheet: each file in the layer it belongs to, the layers named first. */
async function bundleStyles() {
  const lines = [`@layer ${LAYERS.join(", ")};`];
  for (const layer of LAYERS) {
    const files = layer === "components" ? await componentStyles() : [`./styles/${layer}.css`];
    for (const file of files.filter((each) => existsSync(join(theme, each)))) {
      lines.push(`@import "${file}" layer(${layer});`);
    }
  }
  const { metafile } = await bundle({
    stdin: { contents: lines.join("\n"), loader: "css", resolveDir: theme, sourcefile: "aid.css" },
    external: ["*.woff2", "*.svg", "*.png"],
    minify: true,
    outfile: join(output, "aid.css"),
  });
  return Object.keys(metafile.outputs).map((path) => basename(path));
}

async function componentStyles() {
  const folders = await sorted(join(theme, "components"), "");
  return folders.map((folder) => `./components/${folder}/style.css`);
}

/** Write the licence of each package whose code we hand on, as the licences ask. */
async function writeLicences() {
  const parts = [];
  for (const folder of [...packages].sort()) {
    const { license, name, version } = JSON.parse(
      await readFile(join(theme, folder, "package.json"), "utf8"),
    );
    const text = (await readdir(join(theme, folder))).find((file) => /^licen[cs]e/i.test(file));
    if (!text) throw new Error(`${name} ${version} (${license}) ships no licence text`);
    const words = await readFile(join(theme, folder, text), "utf8");
    parts.push(`${name} ${version} (${license})\n\n${words.trim()}\n`);
  }
  await writeFile(join(output, "licences.txt"), parts.join(`\n${"-".repeat(72)}\n\n`));
  return "licences.txt";
}

/** Names in a folder that end in `ending`, in one order on every machine; none if no folder. */
async function sorted(folder, ending) {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
}

/** Delete what an earlier run made and this one did not; a page being served keeps the rest. */
async function keepOnly(folder, names) {
  for (const name of await sorted(folder, "")) {
    if (!names.includes(name)) await rm(join(folder, name), { recursive: true });
  }
}

await generate();
await mkdir(output, { recursive: true });
const made = [...(await bundleScripts()), ...(await bundleStyles()), await writeLicences()];
await keepOnly(output, made);
console.log(`${relative(process.cwd(), output).split(sep).join("/")}: ${made.join(" ")}`);
